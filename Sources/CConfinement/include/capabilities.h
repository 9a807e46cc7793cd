#ifndef WIREDESK_CAPABILITIES_H
#define WIREDESK_CAPABILITIES_H

/// Gives up every capability that the calling process has, and those that it could hand on (capabilities(7)); call it before there is
/// more than one thread. 0 when none is left, else -1 with errno.
int wd_give_up_capabilities(void);

#endif
