"""A command -> the seconds and the memory of its process, printed as three numbers.

Run as a process of its own: what Linux tells of the memory of a child begins with that of the
process that started it, so that one has to be small.
"""

import os
import sys
import time


def main() -> None:
    """Runs the command of the arguments without its output; prints CPU and wall seconds, and kB."""
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    start = time.perf_counter()
    process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
    _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - start
    print(used.ru_utime + used.ru_stime, wall, used.ru_maxrss, os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
