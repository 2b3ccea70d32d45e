#include "crypto/verifying_key.hpp"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <tuple>
#include <utility>

#include "base/owned.hpp"

namespace caicach::crypto
{

namespace
{

using PublicKeyHandle = Owned<EVP_PKEY, EVP_PKEY_free>;
using Number = Owned<BIGNUM, BN_free>;
using Builder = Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;
using Parameters = Owned<OSSL_PARAM, OSSL_PARAM_free>;
using KeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;

constexpr int rsa_bits_min = 2048;
constexpr int rsa_bits_max = 8192;
constexpr std::size_t exponent_bytes_max = 8;
constexpr std::size_t coordinate_bytes = 32;

const unsigned char* data_of(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

Number number_of(std::string_view bytes)
{
    return Number{BN_bin2bn(data_of(bytes), static_cast<int>(bytes.size()), nullptr)};
}

/// The key of these parameters, once OpenSSL has found it sound.
PublicKeyHandle build(const char* kind, OSSL_PARAM_BLD* builder)
{
    const Parameters parameters{OSSL_PARAM_BLD_to_param(builder)};
    const KeyContext maker{EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr)};
    EVP_PKEY* made = nullptr;
    if (!parameters || !maker || EVP_PKEY_fromdata_init(maker.get()) != 1 ||
        EVP_PKEY_fromdata(maker.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    PublicKeyHandle key{made};
    const KeyContext checker{EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr)};
    if (!checker || EVP_PKEY_public_check(checker.get()) != 1) return nullptr;
    return key;
}

/// OpenSSL reads ECDSA signatures as DER; JSON Web Signatures put the two numbers side by side.
std::string der_of(std::string_view pair)
{
    if (pair.size() != 2 * coordinate_bytes) return {};
    const Owned<ECDSA_SIG, ECDSA_SIG_free> signature{ECDSA_SIG_new()};
    auto r = number_of(pair.substr(0, coordinate_bytes));
    auto s = number_of(pair.substr(coordinate_bytes));
    if (!signature || !r || !s || ECDSA_SIG_set0(signature.get(), r.get(), s.get()) != 1) return {};
    std::ignore = r.release();  // the signature owns them now
    std::ignore = s.release();
    unsigned char* bytes = nullptr;
    const int length = i2d_ECDSA_SIG(signature.get(), &bytes);
    if (length <= 0) return {};
    std::string der(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    OPENSSL_free(bytes);
    return der;
}

}  // namespace

struct VerifyingKey::Key {
    PublicKeyHandle handle{};
    Algorithm algorithm{};
};

VerifyingKey::VerifyingKey(std::unique_ptr<Key> key) : m_key(std::move(key)) {}
VerifyingKey::VerifyingKey(VerifyingKey&&) noexcept = default;
VerifyingKey& VerifyingKey::operator=(VerifyingKey&&) noexcept = default;
VerifyingKey::~VerifyingKey() = default;

std::optional<VerifyingKey> VerifyingKey::rsa(std::string_view modulus, std::string_view exponent)
{
    if (modulus.size() > rsa_bits_max / 8 || exponent.size() > exponent_bytes_max)
        return std::nullopt;
    const auto n = number_of(modulus);
    const auto e = number_of(exponent);
    if (!n || !e || BN_num_bits(n.get()) < rsa_bits_min) return std::nullopt;
    const Builder builder{OSSL_PARAM_BLD_new()};
    if (!builder || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return std::nullopt;
    auto handle = build("RSA", builder.get());
    if (!handle) return std::nullopt;
    return VerifyingKey(std::make_unique<Key>(Key{std::move(handle), Algorithm::rs256}));
}

std::optional<VerifyingKey> VerifyingKey::p256(std::string_view x, std::string_view y)
{
    if (x.size() != coordinate_bytes || y.size() != coordinate_bytes) return std::nullopt;
    const auto point = std::string("\x04") + std::string(x) + std::string(y);
    const Builder builder{OSSL_PARAM_BLD_new()};
    if (!builder ||
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1",
                                        0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                         point.size()) != 1)
        return std::nullopt;
    auto handle = build("EC", builder.get());
    if (!handle) return std::nullopt;
    return VerifyingKey(std::make_unique<Key>(Key{std::move(handle), Algorithm::es256}));
}

VerifyingKey::Algorithm VerifyingKey::algorithm() const { return m_key->algorithm; }

bool VerifyingKey::verify(std::string_view message, std::string_view signature) const
{
    const auto der = algorithm() == Algorithm::es256 ? der_of(signature) : std::string(signature);
    const Owned<EVP_MD_CTX, EVP_MD_CTX_free> context{EVP_MD_CTX_new()};
    if (der.empty() || !context ||
        EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key->handle.get()) !=
            1)
        return false;
    return EVP_DigestVerify(context.get(), data_of(der), der.size(), data_of(message),
                            message.size()) == 1;
}

}  // namespace caicach::crypto
