#include "channel/newsletter/archive_handlers.hpp"

#include <utility>

#include "channel/limits.hpp"
#include "channel/newsletter/archive_views.hpp"
#include "channel/newsletter/edition_pdf.hpp"
#include "channel/newsletter/issue_page_handlers.hpp"
#include "channel/newsletter/issue_store.hpp"
#include "channel/paths.hpp"
#include "channel/subscription/subscribing.hpp"
#include "document/official_pdf.hpp"
#include "http/percent.hpp"

namespace caicach::channel
{
namespace
{

Result<http::Response> show_archive(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    ArchivePage page;
    std::string query;
    std::optional<organisation::AgencyId> whose;
    if (const auto slug = request.query("co-quan").value_or(""); !slug.empty()) {
        page.agency = TRY(organisation::agency_by_slug(transaction, slug, context.today()));
        whose = page.agency->id;
        query = "&co-quan=" + http::percent_encoded(slug);
    }
    page.takes_subscribers = takes_subscribers(context.services());
    IssueStore store{transaction};
    auto behind = newest_issue();
    if (const auto slug = request.query("truoc").value_or(""); !slug.empty()) {
        const auto last = TRY(store.find_sent(slug));
        behind = {.released_at = last.released_at.value_or(Instant{}), .id = last.id};
    }
    page.issues = TRY(store.sent(whose, behind, limits::archive_rows + 1));
    if (page.issues.size() > static_cast<std::size_t>(limits::archive_rows)) {
        page.issues.pop_back();
        page.next_path = archive_path() + "?truoc=" + page.issues.back().slug + query;
    }
    for (const auto& one : page.issues) {
        const auto day = Date::of(one.released_at.value_or(Instant{}));
        auto agency = TRY(organisation::agency_by_id(transaction, one.agency, day));
        page.agency_names.push_back(std::move(agency.name));
    }
    return archive_page(context, page);
}

Result<Edition> public_edition(const Context& context, database::Transaction& transaction,
                               const http::Request& request)
{
    const auto slug = TRY(request.path<std::string>("so"));
    const auto issue = TRY(IssueStore{transaction}.find_sent(slug));
    return edition_of(context, transaction, issue);
}

Result<http::Response> show_edition(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto edition = TRY(public_edition(context, transaction, request));
    return edition_page(context, edition, EditionFor::readers);
}

Result<http::Response> paper(const Context& context, const Edition& edition)
{
    auto bytes = TRY(edition_pdf(edition, context.services().site));
    http::Response response{200, document::pdf_type, std::move(bytes)};
    return response.set_download_name(edition.name + ".pdf");
}

/// Read before the pages are drawn: no transaction is open meanwhile.
Result<http::Response> download_edition(Context& context, const http::Request& request)
{
    const auto read = [&]() -> Result<Edition> {
        auto transaction = TRY(context.read());
        return public_edition(context, transaction, request);
    };
    const auto edition = TRY(read());
    auto response = TRY(paper(context, edition));
    if (!context.actor().is_signed_in()) response.set_caching(http::Caching::brief);
    return response;
}

Result<http::Response> download_preview(Context& context, const http::Request& request)
{
    const auto read = [&]() -> Result<Edition> {
        auto transaction = TRY(context.read());
        const auto issue = TRY(seen_issue(context, transaction, request));
        return edition_of(context, transaction, issue);
    };
    const auto edition = TRY(read());
    return paper(context, edition);
}

}  // namespace

void add_archive(Module& module)
{
    module.get("/ban-tin", http::Access::anyone, show_archive);
    module.get("/ban-tin/{so}", http::Access::anyone, show_edition);
    module.get("/ban-tin/{so}/ban-tin.pdf", http::Access::anyone, download_edition);
    module.get("/soan-ban-tin/{issue}/ban-tin.pdf", http::Access::signed_in, download_preview);
    module.menu({.text = "Bản tin", .path = "/ban-tin", .order = 41});
}

}  // namespace caicach::channel
