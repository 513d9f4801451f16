def log = new File(basedir, 'build.log').text
for (printed in [
    'encoded {"SignalResponse":"v=0\\r\\n"}',
    'encoded {"__type":"Odd","Message":"m"}',
    'decoded true, true',
    'rejected without a module for Optional',
]) {
    assert log.contains(printed) : "not printed: $printed"
}
assert log.readLines().count { it == 'error 2 true true' } == 21
