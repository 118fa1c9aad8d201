/*
 * Lets a module that is compiled on a new Linux run from glibc 2.28 on, as Node itself does: what newer ones offer under a
 * newer version of its symbol is called by its old one. Linked with --wrap for each name; native.ts has the list.
 */
#include <stdlib.h>
#include <stddef.h>

struct stat64;

#if defined(__x86_64__)
#define OLDEST "GLIBC_2.2.5"
#define STAT_VERSION 1
#elif defined(__aarch64__)
#define OLDEST "GLIBC_2.17"
#define STAT_VERSION 0
#endif

/** `result name(parameters)` is answered by the oldest version of `name`. */
#define OLD(result, name, parameters, arguments)                                                   \
  result old_##name parameters;                                                                    \
  __asm__(".symver old_" #name "," #name "@" OLDEST);                                              \
  result __wrap_##name parameters { return old_##name arguments; }

OLD(double, log, (double x), (x))
OLD(double, log2, (double x), (x))
OLD(double, exp, (double x), (x))
OLD(double, pow, (double x, double y), (x, y))
OLD(void *, dlopen, (const char *file, int mode), (file, mode))
OLD(void *, dlsym, (void *handle, const char *name), (handle, name))
OLD(int, dlclose, (void *handle), (handle))
OLD(char *, dlerror, (void), ())
OLD(int, pthread_once, (void *once, void (*run)(void)), (once, run))
OLD(int, pthread_join, (unsigned long thread, void **result), (thread, result))
OLD(int, pthread_mutex_trylock, (void *mutex), (mutex))
OLD(int, pthread_mutexattr_init, (void *kind), (kind))
OLD(int, pthread_mutexattr_destroy, (void *kind), (kind))
OLD(int, pthread_mutexattr_settype, (void *kind, int type), (kind, type))
OLD(int, pthread_create, (void *thread, const void *how, void *(*run)(void *), void *with),
    (thread, how, run, with))
OLD(int, __xstat64, (int version, const char *path, struct stat64 *into), (version, path, into))
OLD(int, __lxstat64, (int version, const char *path, struct stat64 *into), (version, path, into))
OLD(int, __fxstat64, (int version, int file, struct stat64 *into), (version, file, into))

int __wrap_stat64(const char *path, struct stat64 *into) {
  return old___xstat64(STAT_VERSION, path, into);
}
int __wrap_lstat64(const char *path, struct stat64 *into) {
  return old___lxstat64(STAT_VERSION, path, into);
}
int __wrap_fstat64(int file, struct stat64 *into) {
  return old___fxstat64(STAT_VERSION, file, into);
}

/* Of libstdc++, since GCC 11: an array of impossible length. Exceptions are off here, so the process would end as well. */
void __wrap__ZSt28__throw_bad_array_new_lengthv(void) { abort(); }
