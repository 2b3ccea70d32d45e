#include "identity/resettlement/resettlement_handlers.hpp"

#include <utility>

#include "identity/access/administered.hpp"
#include "identity/agency_field.hpp"
#include "identity/resettlement/resettlement_views.hpp"
#include "web/components/frame.hpp"

namespace caicach::identity
{

namespace
{

Resettlement read_form(const Context& context, database::Transaction& transaction,
                       const http::Request& request, const LeftBehind& left, http::Form& form)
{
    Resettlement wanted{.account = left.account.id};
    if (left.home) wanted.home = form.take(agency_in(context, transaction, request, "home"));
    for (const auto& role : left.roles) {
        const auto field = field_of(role);
        RoleMove move{.role = role.role, .from = role.branch.id};
        if (request.raw(field) != revoke_value)
            move.to = form.take(agency_in(context, transaction, request, field));
        wanted.moves.push_back(move);
    }
    return wanted;
}

Result<http::Response> page_of(const Context& context, database::Transaction& transaction,
                               LeftBehind left, http::Form form)
{
    ResettlementPage page{.left = std::move(left), .form = std::move(form)};
    page.choices = TRY(administered_agencies(context, transaction));
    return resettlement_page(context, page);
}

/// conflict "identity.resettlement.in_place" where nothing is left to be done.
Result<LeftBehind> left_in(const Context& context, database::Transaction& transaction,
                           const http::Request& request)
{
    const auto account = TRY(administered_account(context, transaction, request));
    auto left = TRY(left_behind_of(context, transaction, account));
    if (!left) return failure(Failure::conflict, "identity.resettlement.in_place");
    return std::move(*left);
}

}  // namespace

Result<http::Response> show_left_behind(Context& context, const http::Request& request)
{
    static_cast<void>(request);
    auto transaction = TRY(context.read());
    const auto all = TRY(left_behind(context, transaction));
    for (const auto& left : all) context.note_reading("account", left.account.id.value);
    return left_behind_page(context, all);
}

Result<http::Response> show_resettlement(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto left = TRY(left_in(context, transaction, request));
    context.note_reading("account", left.account.id.value);
    return page_of(context, transaction, std::move(left), {});
}

Result<http::Response> post_resettlement(Context& context, const http::Request& request)
{
    http::Form form(request);
    auto transaction = TRY(context.begin());
    auto left = TRY(left_in(context, transaction, request));
    const auto wanted = read_form(context, transaction, request, left, form);
    if (form.has_errors()) return page_of(context, transaction, std::move(left), std::move(form));
    TRY(resettle(context, transaction, wanted));
    TRY(transaction.commit());
    return web::redirect_with(left_behind_path(), "identity.account.resettled");
}

}  // namespace caicach::identity
