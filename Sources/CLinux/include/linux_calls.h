#ifndef WD_LINUX_H
#define WD_LINUX_H
#endif
