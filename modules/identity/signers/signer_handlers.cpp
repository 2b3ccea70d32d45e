#include "identity/signers/signer_handlers.hpp"

#include <utility>

#include "database/transaction.hpp"
#include "identity/agency_field.hpp"
#include "identity/limits.hpp"
#include "identity/permissions.hpp"
#include "identity/signers/signer.hpp"
#include "identity/signers/signer_views.hpp"
#include "web/components/frame.hpp"

namespace caicach::identity
{

namespace
{

/// The agency that the request names, else the one acted for; the actor must have it in reach.
Result<organisation::AgencySummary> agency_in(const Context& context,
                                              database::Transaction& transaction,
                                              std::string_view typed)
{
    auto id = organisation::agency_of(context.actor().agency);
    if (!typed.empty())
        id = TRY(agency_typed(transaction, std::string(typed), context.today(), "co-quan"));
    auto agency = TRY(organisation::agency_by_id(transaction, id, context.today()));
    TRY(context.require(manage_signers, organisation::scope_of(agency.id)));
    return agency;
}

Result<http::Response> page_of(const Context& context, database::Transaction& transaction,
                               SignersPage page)
{
    const auto today = context.today();
    page.signers = TRY(signers_of(transaction, page.agency.id));
    page.agencies = TRY(organisation::agencies_on(transaction, today));
    std::erase_if(page.agencies, [&](const organisation::AgencySummary& agency) {
        return !context.may(manage_signers, organisation::scope_of(agency.id));
    });
    page.forms = signing_forms_on(today);
    page.may_change = context.may(manage_signers, organisation::scope_of(page.agency.id));
    return signers_page(context, page);
}

Signer read_form(const http::Request& request, organisation::AgencyId agency, http::Form& form)
{
    Signer signer{.agency = agency, .form = std::string(request.raw("form"))};
    const auto text = [&](std::string_view field, std::size_t length_max) {
        return form.take(request.maybe_text(field, length_max)).value_or("");
    };
    signer.name = text("name", limits::name_length_max);
    signer.collective = text("collective", limits::title_length_max);
    signer.head_title = text("head_title", limits::title_length_max);
    signer.own_title = text("own_title", limits::title_length_max);
    signer.matters = text("matters", limits::document_length_max);
    signer.document = text("document", limits::document_length_max);
    signer.validity.from = form.take(request.date("from"));
    signer.validity.to = form.take(request.maybe_date("to"));
    if (!form.has_errors())
        for (auto& fault : faults_of(signer)) form.add(std::move(fault));
    return signer;
}

}  // namespace

Result<http::Response> show_signers(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto code = request.query("co-quan").value_or("");
    SignersPage page;
    page.agency = TRY(agency_in(context, transaction, code));
    page.form.set("from", context.today().vietnamese());
    return page_of(context, transaction, std::move(page));
}

Result<http::Response> post_signer(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    SignersPage page;
    page.agency = TRY(agency_in(context, transaction, request.raw("agency")));
    page.form = http::Form(request);
    const auto signer = read_form(request, page.agency.id, page.form);
    if (!page.form.has_errors() && request.has("preview")) page.preview = signer;
    if (page.form.has_errors() || page.preview)
        return page_of(context, transaction, std::move(page));
    const auto added = add_signer(context, transaction, signer);
    if (!added) {
        if (added.error().field.empty()) return tl::unexpected(added.error());
        page.form.add(added.error());
        return page_of(context, transaction, std::move(page));
    }
    TRY(transaction.commit());
    return web::redirect_with(signers_path(page.agency), "identity.signer.added");
}

Result<http::Response> post_signer_end(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto agency = TRY(agency_in(context, transaction, request.raw("agency")));
    const auto id = TRY(request.id<SignerId>("signer"));
    TRY(end_signer(context, transaction, id));
    TRY(transaction.commit());
    return web::redirect_with(signers_path(agency), "identity.signer.ended");
}

}  // namespace caicach::identity
