#include "identity/acting/capacity_handlers.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "database/transaction.hpp"
#include "identity/access/identity_authority.hpp"
#include "identity/acting/capacity.hpp"
#include "identity/sessions/session_beginning.hpp"
#include "identity/sessions/session_store.hpp"
#include "web/components/frame.hpp"

namespace caicach::identity
{

namespace
{

std::string detail_of(const Actor& actor)
{
    return fmt::format(R"({{"agency":{},"on_behalf_of":{}}})", actor.agency.value,
                       actor.on_behalf_of.value);
}

}  // namespace

Result<http::Response> choose_capacity(Context& context, const http::Request& request)
{
    const auto wanted = TRY(request.text("capacity"));
    auto transaction = TRY(context.begin());
    const auto access = TRY(read_access(transaction, context.today()));
    const auto all =
        TRY(capacities_of(transaction, access, context.actor().account, context.today()));
    const auto chosen = std::ranges::find(all, wanted, &ActingAs::value);
    if (chosen == all.end()) return failure(Failure::forbidden, "identity.capacity.unavailable");
    TRY(SessionStore{transaction}.set_capacity(session_token(request), chosen->actor));
    TRY(context.record(transaction, "identity.capacity.chosen", "account",
                       context.actor().account.value, detail_of(chosen->actor)));
    TRY(transaction.commit());
    return web::redirect_with(onward_path(request.raw("return")), "identity.capacity.chosen");
}

}  // namespace caicach::identity
