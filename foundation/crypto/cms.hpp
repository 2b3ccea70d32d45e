#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"

/// Detached signatures of people and agencies (CMS, RFC 5652), as tokens and signing programs make
/// them: read and checked, never made. No private key ever comes here.
namespace caicach::crypto
{

/// The certificates of authorities that an operator trusts.
class TrustedAuthorities
{
public:
    /// PEM, one certificate after the other; text around them is left out. invalid
    /// "crypto.cms.authorities" where one is broken or there is none.
    [[nodiscard]] static Result<TrustedAuthorities> from_pem(std::string_view pem);
    TrustedAuthorities(TrustedAuthorities&&) noexcept;
    TrustedAuthorities& operator=(TrustedAuthorities&&) noexcept;
    TrustedAuthorities(const TrustedAuthorities&) = delete;
    TrustedAuthorities& operator=(const TrustedAuthorities&) = delete;
    ~TrustedAuthorities();

    struct Store;
    [[nodiscard]] const Store& store() const { return *m_store; }

private:
    explicit TrustedAuthorities(std::unique_ptr<Store> store);

    std::unique_ptr<Store> m_store;
};

enum class CmsProfile {
    cades,  ///< the signature names its certificate (ETSI EN 319 122-1)
    plain,
};

enum class CmsIntegrity {
    intact,
    altered,  ///< of another content, or by another certificate than it names
    weak,     ///< by a hash that can be forged
};

enum class CmsTrust {
    trusted,
    expired,      ///< the certificate, or one above it, was not valid then
    not_to_sign,  ///< made for other purposes than to sign
    unknown,      ///< by no authority that is trusted
};

struct CmsSigner {
    std::string name{};
    std::string organisation{};
    std::string issuer{};
    std::string serial{};  ///< hexadecimal digits
    Instant valid_from{};
    Instant valid_to{};
};

struct CmsVerdict {
    CmsIntegrity integrity{CmsIntegrity::altered};
    CmsTrust trust{CmsTrust::unknown};
    CmsSigner signer{};
    std::optional<Instant> claimed_at{};  ///< what the signer's own clock said
};

struct CmsCheck {
    CmsProfile profile{CmsProfile::cades};
    const TrustedAuthorities* authorities{};  ///< none: nobody is trusted
    /// What stands beside the signature: the certificate has to be valid then, where the signature
    /// itself names no time.
    std::optional<Instant> said_at{};
    Instant now{};
};

/// Who signed `content`, and whether it stands. Whether the certificate was taken back is not
/// asked: that needs the network. invalid "crypto.cms.malformed": no signature of one signer over
/// a content that lies beside it.
[[nodiscard]] Result<CmsVerdict> verify_cms(std::string_view der, std::string_view content,
                                            const CmsCheck& check);

}  // namespace caicach::crypto
