def log = new File(basedir, 'build.log').text
for (printed in [
    'bundle: io.awso.gameliftstreams, active: true',
    'of the bundle: true',
    'Failure[error=ConflictException[',
]) {
    assert log.contains(printed) : "not printed: $printed"
}
def exported = log.readLines().find { it.startsWith('exports: ') }.substring(9).split(',') as Set
assert exported == ['codec', 'http', 'jackson', 'model'].collect { "io.awso.gameliftstreams.$it".toString() } as Set
