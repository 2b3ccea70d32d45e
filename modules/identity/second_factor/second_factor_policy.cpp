#include "identity/second_factor/second_factor_policy.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace caicach::identity
{

SecondFactorPolicy::SecondFactorPolicy(std::string_view words)
{
    for (const auto word : text::split(words, ' ')) {
        if (word == "none") continue;
        const auto role = role_from_key(word);
        if (!role) {
            m_roles.assign(identity::roles.begin(), identity::roles.end());
            return;
        }
        m_roles.push_back(*role);
    }
}

bool SecondFactorPolicy::asks(Role role) const
{
    return std::ranges::find(m_roles, role) != m_roles.end();
}

}  // namespace caicach::identity
