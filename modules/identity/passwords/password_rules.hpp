#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace caicach::identity
{

/// What a guesser tries first here: the names of the person, the agency and the province.
using ContextWords = std::vector<std::string>;

/// ASVS 5.0, 6.2: length decides; no rule about capitals, digits or signs, no rule about age. All
/// of field `field`: invalid "identity.password.too_short", "….too_long", "….common" (a password of
/// data/reference/common_passwords.txt, or one character over and over), "….context" (little is
/// left once the words around it are taken out).
[[nodiscard]] Result<void> check_password(std::string_view password, const ContextWords& words,
                                          std::string_view field);

/// As hashed: composed, so that it is the same from every keyboard.
[[nodiscard]] std::string password_in(std::string_view typed);

}  // namespace caicach::identity
