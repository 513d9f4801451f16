def log = new File(basedir, 'build.log').text
for (printed in [
    'encoded {"answer":{"SignalResponse":"v=0\\r\\n"},"error":{"__type":"ConflictException","Message":"busy"}}',
    'encoded <Attempt><answer><SignalResponse>v=0&#xd;\\n</SignalResponse></answer><error><Error>',
    'decoded true',
]) {
    assert log.contains(printed) : "not printed: $printed"
}
