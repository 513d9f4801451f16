def log = new File(basedir, 'build.log').text
def printed = [
    'modules: [module java.base]',
    'json: true, true',
    'query: true, true',
    '200: Success[',
    '409: Failure[error=ConflictException',
]
// Like HAS_XML in Main: as long as the XML codec needs java.xml.
def hasXml = false
if (hasXml) {
    printed += [
        'xml: true, true',
        '502: Failure[error=UnknownOperationError',
        '503: Failure[error=InternalServerException',
    ]
}
for (line in printed) {
    assert log.contains(line) : "not printed: $line"
}
