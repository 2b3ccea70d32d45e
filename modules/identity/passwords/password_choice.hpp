#pragma once
#include <string>

#include "http/request.hpp"
#include "identity/api.hpp"
#include "identity/passwords/password_rules.hpp"
#include "manifest/context.hpp"

namespace caicach::identity
{

/// The names around the person who chooses.
[[nodiscard]] Result<ContextWords> context_words(const Context& context,
                                                 database::Transaction& transaction,
                                                 const Account& account,
                                                 const std::string& user_name);

/// The password of a form that asks for it twice: "password" and "password_again". invalid as
/// check_password has it, and "identity.password.differs".
[[nodiscard]] Result<std::string> chosen_password(const http::Request& request,
                                                  const ContextWords& words);

}  // namespace caicach::identity
