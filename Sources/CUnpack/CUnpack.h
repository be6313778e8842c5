// gzip by zlib, zip by minizip, which zlib's own authors keep beside it.
#include <zlib.h>
#include <minizip/unzip.h>
