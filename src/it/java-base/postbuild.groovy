def log = new File(basedir, 'build.log').text
def printed = [
    'modules: [module java.base]',
    'json: true, true',
    'xml: true, true',
    'query: true, true',
    '200: Success[',
    '409: Failure[error=ConflictException',
    '502: Failure[error=UnknownOperationError',
    '503: Failure[error=InternalServerException',
]
for (line in printed) {
    assert log.contains(line) : "not printed: $line"
}
