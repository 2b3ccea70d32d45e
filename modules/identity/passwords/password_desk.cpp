#include "identity/passwords/password_desk.hpp"

#include "identity/passwords/password_rules.hpp"

namespace caicach::identity
{

Result<std::string> PasswordDesk::hash(std::string_view password) const
{
    return m_hasher.hash(password_in(password));
}

Result<bool> PasswordDesk::matches(const std::optional<std::string>& hash,
                                   std::string_view password) const
{
    const auto composed = password_in(password);
    // Longer than any that was ever taken; answered at once, whoever is asked for.
    if (composed.size() > crypto::PasswordHasher::password_bytes_max) return false;
    if (hash) return m_hasher.verify(*hash, composed);
    TRY(m_hasher.hash(composed));
    return false;
}

}  // namespace caicach::identity
