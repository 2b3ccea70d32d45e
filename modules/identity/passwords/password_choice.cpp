#include "identity/passwords/password_choice.hpp"

#include "database/transaction.hpp"

namespace caicach::identity
{

Result<ContextWords> context_words(const Context& context, database::Transaction& transaction,
                                   const Account& account, const std::string& user_name)
{
    const auto agency =
        TRY(organisation::agency_by_id(transaction, account.agency, context.today()));
    return ContextWords{account.name, user_name.substr(0, user_name.find('@')), agency.name,
                        agency.short_name, context.services().province_name};
}

Result<std::string> chosen_password(const http::Request& request, const ContextWords& words)
{
    const auto password = request.raw("password");
    TRY(check_password(password, words, "password"));
    if (request.raw("password_again") != password)
        return failure(Failure::invalid, "identity.password.differs", "password_again");
    return std::string(password);
}

}  // namespace caicach::identity
