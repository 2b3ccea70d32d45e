#include "crypto/cms.hpp"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <ctime>
#include <utility>

#include "base/owned.hpp"

namespace caicach::crypto
{

namespace
{

using Bytes = Owned<BIO, BIO_free_all>;
using Certificate = Owned<X509, X509_free>;
using Message = Owned<CMS_ContentInfo, CMS_ContentInfo_free>;

void release_certificates(STACK_OF(X509) * all) { sk_X509_pop_free(all, X509_free); }
using Certificates = Owned<STACK_OF(X509), release_certificates>;
/// Of certificates that others own.
void release_list(STACK_OF(X509) * all) { sk_X509_free(all); }
using CertificateList = Owned<STACK_OF(X509), release_list>;
void release_text(unsigned char* text) { OPENSSL_free(text); }
using Text = Owned<unsigned char, release_text>;

constexpr std::size_t bytes_max = 1U << 20U;
constexpr std::size_t authorities_max = 1'000;
constexpr std::size_t digits_max = 128;

/// What OpenSSL noted on its way is told by our verdict: the thread's next call finds none of it.
struct QuietErrors {
    QuietErrors() = default;
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;
    QuietErrors(QuietErrors&&) = delete;
    QuietErrors& operator=(QuietErrors&&) = delete;
    ~QuietErrors() { ERR_clear_error(); }
};

Bytes reader_of(std::string_view bytes)
{
    return Bytes{BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size()))};
}

/// Certificates are no secrets: without this OpenSSL would ask at the terminal.
int no_password(char* /*text*/, int /*size*/, int /*is_written*/, void* /*data*/) { return -1; }

/// The last of its kind in the name, as UTF-8.
std::string part_of(const X509_NAME* name, int kind)
{
    int found = -1;
    for (int at = -1; (at = X509_NAME_get_index_by_NID(name, kind, at)) >= 0;) found = at;
    if (found < 0) return {};
    const auto* text = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, found));
    unsigned char* bytes = nullptr;
    const int length = ASN1_STRING_to_UTF8(&bytes, text);
    const Text owned{bytes};
    if (length < 0) return {};
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)};
}

std::string name_of(const X509_NAME* name)
{
    auto common = part_of(name, NID_commonName);
    return common.empty() ? part_of(name, NID_organizationName) : common;
}

std::optional<Instant> instant_of(const ASN1_TIME* time)
{
    const Owned<ASN1_TIME, ASN1_TIME_free> epoch{ASN1_TIME_set(nullptr, 0)};
    int days = 0;
    int seconds = 0;
    if (time == nullptr || ASN1_TIME_diff(&days, &seconds, epoch.get(), time) != 1)
        return std::nullopt;
    constexpr std::int64_t day_seconds = 86'400;
    return Instant{} + (days * day_seconds + seconds);
}

CmsSigner signer_of(X509* certificate)
{
    const auto* name = X509_get_subject_name(certificate);
    std::string serial;
    const auto* number = X509_get0_serialNumber(certificate);
    const Owned<BIGNUM, BN_free> value{ASN1_INTEGER_to_BN(number, nullptr)};
    if (value) {
        char* digits = BN_bn2hex(value.get());
        if (digits != nullptr) serial = digits;
        OPENSSL_free(digits);
    }
    return {.name = name_of(name),
            .organisation = part_of(name, NID_organizationName),
            .issuer = name_of(X509_get_issuer_name(certificate)),
            .serial = serial.substr(0, digits_max),
            .valid_from = instant_of(X509_get0_notBefore(certificate)).value_or(Instant{}),
            .valid_to = instant_of(X509_get0_notAfter(certificate)).value_or(Instant{})};
}

std::optional<Instant> claimed_time(const CMS_SignerInfo* signer)
{
    const int at = CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1);
    if (at < 0) return std::nullopt;
    const auto* value = X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(signer, at), 0);
    if (value == nullptr) return std::nullopt;
    if (value->type == V_ASN1_UTCTIME) return instant_of(value->value.utctime);
    if (value->type == V_ASN1_GENERALIZEDTIME) return instant_of(value->value.generalizedtime);
    return std::nullopt;
}

bool is_strong(CMS_SignerInfo* signer)
{
    X509_ALGOR* digest = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, nullptr);
    if (digest == nullptr) return false;
    const ASN1_OBJECT* algorithm = nullptr;
    X509_ALGOR_get0(&algorithm, nullptr, nullptr, digest);
    constexpr std::array strong{NID_sha256,   NID_sha384,   NID_sha512,
                                NID_sha3_256, NID_sha3_384, NID_sha3_512};
    return std::ranges::find(strong, OBJ_obj2nid(algorithm)) != strong.end();
}

/// The attribute by which the signature names its certificate; none where it does not.
template <class Value, auto read, auto release>
Owned<Value, release> named_certificate(CMS_SignerInfo* signer, int kind)
{
    // -3: there must be one of it, with one value.
    const auto* value = static_cast<ASN1_STRING*>(
        CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(kind), -3, V_ASN1_SEQUENCE));
    if (value == nullptr) return nullptr;
    const unsigned char* at = ASN1_STRING_get0_data(value);
    return Owned<Value, release>{read(nullptr, &at, ASN1_STRING_length(value))};
}

/// CAdES: what names its certificate names this one, so that nobody puts another in its place.
bool names_its_certificate(CMS_SignerInfo* signer, X509* certificate, STACK_OF(X509) * others)
{
    const auto first =
        named_certificate<ESS_SIGNING_CERT, d2i_ESS_SIGNING_CERT, ESS_SIGNING_CERT_free>(
            signer, NID_id_smime_aa_signingCertificate);
    const auto second =
        named_certificate<ESS_SIGNING_CERT_V2, d2i_ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free>(
            signer, NID_id_smime_aa_signingCertificateV2);
    const CertificateList chain{sk_X509_new_null()};
    if (!chain || sk_X509_push(chain.get(), certificate) == 0) return false;
    for (int at = 0; at < sk_X509_num(others); ++at) {
        auto* const other = sk_X509_value(others, at);
        if (X509_cmp(other, certificate) != 0 && sk_X509_push(chain.get(), other) == 0)
            return false;
    }
    constexpr int must_name_one = 1;
    return OSSL_ESS_check_signing_certs(first.get(), second.get(), chain.get(), must_name_one) > 0;
}

/// Of what a certificate says it may be used for.
bool may_sign(X509* certificate)
{
    const auto usage = X509_get_key_usage(certificate);  // all bits, where nothing is said
    return (usage & (X509v3_KU_DIGITAL_SIGNATURE | X509v3_KU_NON_REPUDIATION)) != 0;
}

}  // namespace

struct TrustedAuthorities::Store {
    Owned<X509_STORE, X509_STORE_free> handle{};
};

TrustedAuthorities::TrustedAuthorities(std::unique_ptr<Store> store) : m_store(std::move(store)) {}
TrustedAuthorities::TrustedAuthorities(TrustedAuthorities&&) noexcept = default;
TrustedAuthorities& TrustedAuthorities::operator=(TrustedAuthorities&&) noexcept = default;
TrustedAuthorities::~TrustedAuthorities() = default;

Result<TrustedAuthorities> TrustedAuthorities::from_pem(std::string_view pem)
{
    const QuietErrors quiet;
    const auto refused = failure(Failure::invalid, "crypto.cms.authorities");
    auto store = std::make_unique<Store>();
    store->handle.reset(X509_STORE_new());
    if (!store->handle || pem.size() > bytes_max) return refused;
    const auto reader = reader_of(pem);
    std::size_t count = 0;
    for (; count <= authorities_max; ++count) {
        const Certificate one{PEM_read_bio_X509(reader.get(), nullptr, no_password, nullptr)};
        if (!one) break;
        if (X509_STORE_add_cert(store->handle.get(), one.get()) != 1) return refused;
    }
    const bool is_end = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    if (count == 0 || count > authorities_max || !is_end) return refused;
    return TrustedAuthorities(std::move(store));
}

namespace
{

CmsTrust trust_of(X509* certificate, STACK_OF(X509) * others, const CmsCheck& check, Instant at)
{
    if (check.authorities == nullptr) return CmsTrust::unknown;
    const Owned<X509_STORE_CTX, X509_STORE_CTX_free> context{X509_STORE_CTX_new()};
    auto* const store = check.authorities->store().handle.get();
    if (!context || X509_STORE_CTX_init(context.get(), store, certificate, others) != 1)
        return CmsTrust::unknown;
    auto* const wanted = X509_STORE_CTX_get0_param(context.get());
    // An authority that is trusted needs none above it.
    X509_VERIFY_PARAM_set_flags(wanted, X509_V_FLAG_PARTIAL_CHAIN);
    X509_VERIFY_PARAM_set_time(wanted, static_cast<std::time_t>(at.microseconds / 1'000'000));
    X509_VERIFY_PARAM_set_auth_level(wanted, 2);  // RSA of 2048 bits, no SHA-1
    if (X509_verify_cert(context.get()) == 1)
        return may_sign(certificate) ? CmsTrust::trusted : CmsTrust::not_to_sign;
    switch (X509_STORE_CTX_get_error(context.get())) {
        case X509_V_ERR_CERT_HAS_EXPIRED:
        case X509_V_ERR_CERT_NOT_YET_VALID:
            return CmsTrust::expired;
        default:
            return CmsTrust::unknown;
    }
}

bool is_intact(CMS_ContentInfo* message, std::string_view content)
{
    // Behind a filter that does nothing: of a memory's reader itself OpenSSL 3.0 makes a second
    // one, which it leaves behind where it knows no digest of the message.
    const Bytes reader{BIO_new(BIO_f_null())};
    auto memory = reader_of(content);
    if (!reader || !memory) return false;
    BIO_push(reader.get(), memory.release());
    // Whose certificate it is and who trusts it are questions of their own.
    constexpr unsigned int flags = CMS_BINARY | CMS_DETACHED | CMS_NO_SIGNER_CERT_VERIFY;
    return CMS_verify(message, nullptr, nullptr, reader.get(), nullptr, flags) == 1;
}

}  // namespace

Result<CmsVerdict> verify_cms(std::string_view der, std::string_view content, const CmsCheck& check)
{
    const QuietErrors quiet;
    const auto malformed = failure(Failure::invalid, "crypto.cms.malformed");
    constexpr auto content_bytes_max = static_cast<std::size_t>(1) << 30U;
    if (der.size() > bytes_max || content.size() > content_bytes_max) return malformed;
    const auto reader = reader_of(der);
    const Message message{d2i_CMS_bio(reader.get(), nullptr)};
    if (!message || OBJ_obj2nid(CMS_get0_type(message.get())) != NID_pkcs7_signed) return malformed;
    auto** const inside = CMS_get0_content(message.get());
    if (inside == nullptr || *inside != nullptr) return malformed;
    auto* const signers = CMS_get0_SignerInfos(message.get());
    if (signers == nullptr || sk_CMS_SignerInfo_num(signers) != 1) return malformed;
    auto* const signer = sk_CMS_SignerInfo_value(signers, 0);
    const Certificates others{CMS_get1_certs(message.get())};
    if (!others || CMS_set1_signers_certs(message.get(), nullptr, 0) != 1) return malformed;
    X509* certificate = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, &certificate, nullptr, nullptr);
    if (certificate == nullptr) return malformed;

    CmsVerdict verdict{.signer = signer_of(certificate), .claimed_at = claimed_time(signer)};
    const bool names_it = check.profile == CmsProfile::plain ||
                          names_its_certificate(signer, certificate, others.get());
    if (names_it && is_intact(message.get(), content))
        verdict.integrity = is_strong(signer) ? CmsIntegrity::intact : CmsIntegrity::weak;
    // Nobody signs tomorrow.
    const auto at =
        std::min(verdict.claimed_at.value_or(check.said_at.value_or(check.now)), check.now);
    verdict.trust = trust_of(certificate, others.get(), check, at);
    return verdict;
}

}  // namespace caicach::crypto
