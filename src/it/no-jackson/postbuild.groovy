def log = new File(basedir, 'build.log').text
for (printed in [
    'license: true',
    'encoded {"SignalResponse":"v=0"}',
    'encoded {"__type":"ConflictException","Message":"busy"}',
    'encoded {"__type":"Odd"}',
    'annotations: 0',
]) {
    assert log.contains(printed) : "not printed: $printed"
}
def entries = log.readLines().findAll { it.startsWith('class path: ') }.collect { it.substring(12) }
assert entries.size() == 3 && entries[0] == 'classes' : entries
assert entries[1].startsWith('awso-gameliftstreams-') && entries[2].startsWith('jspecify-') : entries
