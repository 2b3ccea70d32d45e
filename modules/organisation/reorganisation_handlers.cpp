#include "organisation/reorganisation_handlers.hpp"

#include <utility>

#include "organisation/paths.hpp"
#include "organisation/permissions.hpp"
#include "organisation/reorganisation_views.hpp"
#include "web/components/frame.hpp"

namespace caicach::organisation
{
namespace
{

bool is_about_form(const Error& error)
{
    return error.kind == Failure::invalid ||
           (error.kind == Failure::conflict && !error.field.empty());
}

Result<http::Response> form_with(Context& context, ReorganisationFormPage page)
{
    auto transaction = TRY(context.read());
    const auto day = Date::from_vietnamese(page.form.day).value_or(context.today());
    // A name that means nobody for sure is looked for at once.
    if (page.error && page.error->key == "organisation.reorganisation.unknown")
        page.form.sought = page.error->arguments.front();
    page.offered = TRY(offered_names(transaction, day, page.form.sought));
    return reorganisation_form_page(context, page);
}

/// Does it; only `is_saved` keeps it.
Result<Consequence> decided(Context& context, const http::Request& request,
                            const ReorganisationForm& form, bool is_saved)
{
    auto transaction = TRY(context.begin());
    TRY(context.require(manage_agencies, ScopeId{}));
    const auto what = TRY(decision_in(transaction, request, form));
    auto consequence = TRY(reorganise(context, transaction, what));
    if (is_saved) TRY(transaction.commit());
    return consequence;
}

}  // namespace

Result<http::Response> show_reorganisations(Context& context, const http::Request& /*request*/)
{
    auto transaction = TRY(context.read());
    ReorganisationsPage page{.may_manage = context.may_anywhere(manage_agencies)};
    page.decisions = TRY(reorganisations(transaction));
    return reorganisations_page(context, page);
}

Result<http::Response> show_new_reorganisation(Context& context, const http::Request& request)
{
    TRY(context.require(manage_agencies, ScopeId{}));
    if (request.raw("loai").empty()) return kinds_page(context);
    auto form = TRY(form_in(request));
    return form_with(context, {.form = std::move(form)});
}

Result<http::Response> post_reorganisation(Context& context, const http::Request& request)
{
    TRY(context.require(manage_agencies, ScopeId{}));
    auto form = TRY(form_in(request));
    if (request.has(look_field)) return form_with(context, {.form = std::move(form)});
    const bool is_saved = request.has("save");
    auto consequence = decided(context, request, form, is_saved);
    if (!consequence) {
        if (!is_about_form(consequence.error())) return tl::unexpected<Error>(consequence.error());
        return form_with(context, {.form = std::move(form), .error = consequence.error()});
    }
    if (is_saved) return web::redirect_with(reorganisations_path(), "organisation.reorganised");
    return form_with(context, {.form = std::move(form), .consequence = std::move(*consequence)});
}

}  // namespace caicach::organisation
