def log = new File(basedir, 'build.log').text
for (printed in [
    'decoded a conflict: m',
    'decoded throttling',
    'decoded unknown Odd',
]) {
    assert log.contains(printed) : "not printed: $printed"
}
