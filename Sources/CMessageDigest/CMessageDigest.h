// SHA-256 from libmd, the BSD message digests.
#include <sys/types.h>
#include <stdint.h>
#include <sha2.h>
