#!/usr/bin/python3
"""Stands for the tokens and signing programs of officials: makes certificates and signs, with keys
that the product never sees. Builds CAdES by itself, so that it shares nothing with what checks it.

    sign_pdf.py authority DIR                     DIR/authority.pem, its key beside it
    sign_pdf.py person DIR NAME [--from DAY] [--to DAY] [--use other]       DIR/NAME.p12
    sign_pdf.py cms DIR NAME CONTENT OUT [...]    a detached signature over a file
    sign_pdf.py fill DIR NAME PDF OUT [...]       signs in the hole that was prepared last
    sign_pdf.py whole DIR NAME PDF OUT [...]      adds a place of its own, as desktop programs do
    sign_pdf.py shadow PDF OUT                    changes a page by an update that nobody signed
"""
import argparse
import datetime
import hashlib
import pathlib
import re

from asn1crypto import algos, cms, core, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

PASSWORD = b"matkhau"


def name(common, organisation="UBND tỉnh Sông Lam"):
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def day(text):
    return datetime.datetime.strptime(text, "%Y-%m-%d")


def write_key(path, key, certificate, others):
    encryption = serialization.BestAvailableEncryption(PASSWORD)
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(b"key", key, certificate, others, encryption)
    )


def make_authority(options):
    folder = pathlib.Path(options.folder)
    key = ec.generate_private_key(ec.SECP256R1())
    subject = name("Tổ chức chứng thực mẫu")
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(day("2020-01-01"))
        .not_valid_after(day("2040-01-01"))
        .add_extension(x509.BasicConstraints(ca=True, path_length=1), critical=True)
        .sign(key, hashes.SHA256())
    )
    folder.joinpath("authority.pem").write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
    )
    write_key(folder / "authority.p12", key, certificate, None)


def load(folder, who):
    path = pathlib.Path(folder) / f"{who}.p12"
    return pkcs12.load_key_and_certificates(path.read_bytes(), PASSWORD)


def make_person(options):
    authority_key, authority, _ = load(options.folder, "authority")
    key = ec.generate_private_key(ec.SECP256R1())
    builder = (
        x509.CertificateBuilder()
        .subject_name(name(options.name.replace("_", " ")))
        .issuer_name(authority.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(day(options.valid_from))
        .not_valid_after(day(options.valid_to))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=options.use == "sign",
                content_commitment=options.use == "sign",
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=options.use != "sign",
                key_cert_sign=False,
                crl_sign=False,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
        .add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False
        )
    )
    certificate = builder.sign(authority_key, hashes.SHA256())
    path = pathlib.Path(options.folder) / f"{options.name}.p12"
    write_key(path, key, certificate, [authority])


def signature(options, content):
    """CAdES-BES: the signed attributes name the certificate."""
    key, certificate, others = load(options.folder, options.name)
    der = asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))
    digest_name = options.digest
    digest_of = {"sha256": hashes.SHA256(), "sha1": hashes.SHA1()}[digest_name]
    attributes = [
        cms.CMSAttribute({"type": "content_type", "values": ["data"]}),
        cms.CMSAttribute(
            {
                "type": "message_digest",
                "values": [hashlib.new(digest_name, content).digest()],
            }
        ),
    ]
    if options.time:
        moment = datetime.datetime.fromisoformat(options.time)
        value = cms.Time({"utc_time": core.UTCTime(moment)})
        attributes.append(cms.CMSAttribute({"type": "signing_time", "values": [value]}))
    if not options.plain:
        named = der
        if options.names:
            _, other, _ = load(options.folder, options.names)
            named = asn1_x509.Certificate.load(other.public_bytes(serialization.Encoding.DER))
        identity = tsp.ESSCertIDv2({"cert_hash": hashlib.sha256(named.dump()).digest()})
        attributes.append(
            cms.CMSAttribute(
                {
                    "type": "signing_certificate_v2",
                    "values": [tsp.SigningCertificateV2({"certs": [identity]})],
                }
            )
        )
    attributes = cms.CMSAttributes(attributes)
    signed = key.sign(attributes.dump(), ec.ECDSA(digest_of))
    signer = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier(
                {
                    "issuer_and_serial_number": cms.IssuerAndSerialNumber(
                        {"issuer": der.issuer, "serial_number": der.serial_number}
                    )
                }
            ),
            "digest_algorithm": algos.DigestAlgorithm({"algorithm": digest_name}),
            "signature_algorithm": algos.SignedDigestAlgorithm(
                {"algorithm": f"{digest_name}_ecdsa"}
            ),
            "signature": signed,
            "signed_attrs": attributes,
        }
    )
    chain = [
        asn1_x509.Certificate.load(one.public_bytes(serialization.Encoding.DER)) for one in others
    ]
    data = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [algos.DigestAlgorithm({"algorithm": digest_name})],
            "encap_content_info": {"content_type": "data"},
            "certificates": [der] + chain,
            "signer_infos": [signer],
        }
    )
    return cms.ContentInfo({"content_type": "signed_data", "content": data}).dump()


def make_cms(options):
    content = pathlib.Path(options.content).read_bytes()
    pathlib.Path(options.out).write_bytes(signature(options, content))


def fill(options, pdf):
    """Into the last hole: all bytes but its own are signed."""
    found = list(re.finditer(rb"/ByteRange ?\[ ?0 +(\d+) +(\d+) +(\d+) *\]", pdf))[-1]
    before, behind, after = (int(number) for number in found.groups())
    assert behind + after == len(pdf), "the last signature does not close the file"
    digits = signature(options, pdf[:before] + pdf[behind:]).hex().encode()
    room = behind - before - 2
    assert len(digits) <= room
    return pdf[: before + 1] + digits + b"0" * (room - len(digits)) + pdf[behind - 1 :]


def make_filled(options):
    pdf = pathlib.Path(options.content).read_bytes()
    pathlib.Path(options.out).write_bytes(fill(options, pdf))


def last_object(pdf, number):
    """The text of an object as the file has it last; enough for files of Cairo."""
    found = list(re.finditer(rb"(?<!\d)%d 0 obj\s(.*?)\sendobj" % number, pdf, re.S))
    return found[-1].group(1)


def update(pdf, objects, root):
    """Writes objects, by number, behind the file."""
    previous = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    size = max(int(number) for number in re.findall(rb"/Size (\d+)", pdf))
    text = pdf
    table = b"xref\n"
    for number, content in sorted(objects.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    size = max([size] + [number + 1 for number in objects])
    trailer = b"trailer\n<< /Size %d /Root %d 0 R /Prev %d >>\n" % (size, root, previous)
    return text + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(text)


def parts_of(pdf):
    root = int(re.findall(rb"/Root (\d+) 0 R", pdf)[-1])
    pages = int(re.search(rb"/Pages (\d+) 0 R", last_object(pdf, root)).group(1))
    page = int(re.search(rb"/Kids ?\[ ?(\d+) 0 R", last_object(pdf, pages)).group(1))
    size = max(int(number) for number in re.findall(rb"/Size (\d+)", pdf))
    return root, page, size


def make_whole(options):
    pdf = pathlib.Path(options.content).read_bytes()
    root, page, size = parts_of(pdf)
    field, value = size, size + 1
    catalog = last_object(pdf, root)
    assert b"/AcroForm" not in catalog, "only for files that nobody signed"
    changed_page = last_object(pdf, page).rstrip()[:-2] + b"/Annots [%d 0 R] >>" % field
    room = 16384
    mark = b"/ByteRange [0 %10d %10d %10d]"
    sig = b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /%s /M (D:20260105093000+07'00') "
    sig %= b"adbe.pkcs7.detached" if options.plain else b"ETSI.CAdES.detached"
    sig += mark % (0, 0, 0) + b" /Contents <" + b"0" * room + b"> >>"
    objects = {
        root: catalog.rstrip()[:-2] + b"/AcroForm << /Fields [%d 0 R] /SigFlags 3 >> >>" % field,
        page: changed_page,
        field: b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /F 132 "
        b"/P %d 0 R /Rect [0 0 0 0] /V %d 0 R >>" % (page, value),
        value: sig,
    }
    if options.also_changes:
        contents = int(re.search(rb"/Contents (\d+) 0 R", last_object(pdf, page)).group(1))
        objects[contents] = b"<< /Length 0 >>\nstream\n\nendstream"
    text = update(pdf, objects, root)
    before = text.rindex(b"/Contents <") + len(b"/Contents ")
    behind = before + room + 2
    text = text.replace(mark % (0, 0, 0), mark % (before, behind, len(text) - behind))
    pathlib.Path(options.out).write_bytes(fill(options, text))


def make_shadow(options):
    pdf = pathlib.Path(options.content).read_bytes()
    root, page, _ = parts_of(pdf)
    contents = int(re.search(rb"/Contents (\d+) 0 R", last_object(pdf, page)).group(1))
    changed = {contents: b"<< /Length 0 >>\nstream\n\nendstream"}
    pathlib.Path(options.out).write_bytes(update(pdf, changed, root))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)
    authority = commands.add_parser("authority")
    authority.add_argument("folder")
    authority.set_defaults(run=make_authority)
    person = commands.add_parser("person")
    person.add_argument("folder")
    person.add_argument("name")
    person.add_argument("--from", dest="valid_from", default="2025-01-01")
    person.add_argument("--to", dest="valid_to", default="2030-01-01")
    person.add_argument("--use", default="sign", choices=["sign", "other"])
    person.set_defaults(run=make_person)
    for command, run in (("cms", make_cms), ("fill", make_filled), ("whole", make_whole)):
        one = commands.add_parser(command)
        one.add_argument("folder")
        one.add_argument("name")
        one.add_argument("content")
        one.add_argument("out")
        one.add_argument("--time", help="with its zone: 2026-01-05T09:30:00+07:00")
        one.add_argument("--plain", action="store_true", help="names no certificate")
        one.add_argument("--names", help="names the certificate of somebody else")
        one.add_argument("--digest", default="sha256", choices=["sha256", "sha1"])
        one.add_argument("--also-changes", action="store_true", help="a page beside")
        one.set_defaults(run=run)
    shadow = commands.add_parser("shadow")
    shadow.add_argument("content")
    shadow.add_argument("out")
    shadow.set_defaults(run=make_shadow)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
