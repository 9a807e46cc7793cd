#ifndef WIREDESK_ATTACK_H
#define WIREDESK_ATTACK_H

/// What a hostile reader would try, for tests of the confinement; each returns what the call returned.

int wd_fork(void);
int wd_execute(const char *program);
int wd_trace_parent(void);
int wd_signal_parent(void);
int wd_limit_parent(void);

#endif
