// SHA-256 from Nettle, which uses the processor's own instructions for it where there are any.
#include <nettle/sha2.h>
