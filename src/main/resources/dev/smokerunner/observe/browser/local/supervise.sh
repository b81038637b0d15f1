#!/bin/bash
# Runs a browser so that nothing of it outlives the one who started this script, however that one dies.
#
# usage: supervise.sh DIRECTORY COMMAND [ARGUMENT...]
#
# The one who started it holds the other end of standard input; the kernel closes that end on any death, kill -9 included.
# Then the command's whole process group is killed and DIRECTORY, where all of them write, is removed. A line that comes
# before that end says that its sender is well and removes DIRECTORY himself: nothing of this script works on after him.
directory=$1
shift
exec 3<&0 </dev/null

# Who wants to end the browser closes standard input; a Ctrl-C in a terminal reaches us too and must not get ahead of that.
trap : INT TERM HUP

# Each job gets a process group of its own.
set -m
"$@" 3<&- &
child=$!

(
    trap '' INT TERM HUP
    read -r word <&3
    # Once the command has ended, its number may be somebody else's.
    [ -e "$directory/ended" ] || kill -KILL -- "-$child"
    if [ -z "$word" ] && [ -f "$directory/owner" ]; then
        # What is just dying may still write there.
        for pause in 0.1 0.2 0.4 0.8 1.6; do
            rm -rf -- "$directory" && break
            sleep "$pause"
        done
    fi
) >/dev/null 2>&1 &
exec 3<&-

while kill -0 "$child" 2>/dev/null; do
    wait "$child"
    code=$?
done 2>/dev/null
# A browser that died alone may have left processes of its own behind.
kill -KILL -- "-$child" 2>/dev/null
: 2>/dev/null >"$directory/ended"
exit "${code:-1}"
