#include "personal_data/own_data_handlers.hpp"

#include <utility>

#include "identity/api.hpp"
#include "personal_data/desk.hpp"
#include "personal_data/download.hpp"
#include "personal_data/limits.hpp"
#include "personal_data/own_data_views.hpp"
#include "personal_data/paths.hpp"
#include "personal_data/request_store.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::personal_data
{

namespace
{

Result<http::Response> own_data_with(Context& context, OwnDataPage page)
{
    const auto account = context.actor().account;
    auto transaction = TRY(context.read());
    page.choices = TRY(Consents{transaction}.choices(account, context.today()));
    page.requests = TRY(RequestStore{transaction}.of_account(account));
    page.looks = TRY(audit::looks_at(context.services(), transaction, "account", account.value));
    for (const auto& section : context.services().personal_data) page.sections.push_back(&section);
    return own_data_page(context, page);
}

Result<void> filed(Context& context, const http::Request& request)
{
    const auto kind = kind_from_key(request.raw("kind"));
    if (!kind) return failure(Failure::invalid, "personal_data.request.kind_missing", "kind");
    NewRequest wanted{.kind = *kind,
                      .account = context.actor().account,
                      .agency = organisation::agency_of(context.actor().agency),
                      .received_on = context.today()};
    wanted.wish = TRY(request.paragraphs("wish", limits::wish_length_max));
    wanted.contact = TRY(request.maybe_text("contact", limits::contact_length_max)).value_or("");
    auto transaction = TRY(context.begin());
    TRY(receive(context, transaction, wanted));
    return transaction.commit();
}

}  // namespace

Result<http::Response> show_own_data(Context& context, const http::Request& /*request*/)
{
    return own_data_with(context, {});
}

Result<http::Response> download_own_data(Context& context, const http::Request& /*request*/)
{
    const auto account = context.actor().account;
    std::string bytes;
    {
        // Gathering takes a while: the one writer is not kept waiting for it.
        auto snapshot = TRY(context.read());
        bytes = TRY(download_of(context, snapshot, account));
    }
    auto transaction = TRY(context.begin());
    TRY(context.record(transaction, "personal_data.downloaded", "account", account.value));
    TRY(transaction.commit());
    auto response = http::Response(200, "application/zip", std::move(bytes));
    return response.set_download_name("Dữ liệu cá nhân " + context.today().iso() + ".zip");
}

Result<http::Response> post_consent(Context& context, const http::Request& request)
{
    const auto purpose = TRY(request.text("purpose"));
    const auto wording = TRY(request.integer("wording"));
    const bool is_given = !request.raw("given").empty();
    auto transaction = TRY(context.begin());
    TRY(Consents{transaction}.say(context, context.actor().account,
                                  {.purpose = purpose, .wording = wording, .is_given = is_given}));
    TRY(transaction.commit());
    return web::redirect_with(own_data_path(), is_given ? "personal_data.consent.given"
                                                        : "personal_data.consent.withdrawn");
}

Result<http::Response> post_own_request(Context& context, const http::Request& request)
{
    const auto done = filed(context, request);
    if (done) return web::redirect_with(own_data_path(), "personal_data.request.filed");
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return own_data_with(context, {.kind = std::string(request.raw("kind")),
                                   .wish = std::string(request.raw("wish")),
                                   .contact = std::string(request.raw("contact")),
                                   .error = done.error()});
}

}  // namespace caicach::personal_data
