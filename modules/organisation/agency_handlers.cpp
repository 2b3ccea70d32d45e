#include "organisation/agency_handlers.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "organisation/agency_table.hpp"
#include "organisation/agency_tree.hpp"
#include "organisation/agency_views.hpp"
#include "organisation/day_asked.hpp"
#include "organisation/limits.hpp"
#include "organisation/paths.hpp"
#include "organisation/permissions.hpp"
#include "web/components/frame.hpp"

namespace caicach::organisation
{
namespace
{

/// Of the whole directory; 0 for what is no number.
std::size_t offset_in(const http::Request& request)
{
    const auto text = request.query("tu").value_or("");
    std::size_t offset{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), offset);
    const bool is_number = error == std::errc{} && end == text.data() + text.size();
    return is_number ? std::min(offset, limits::list_offset_max) : 0;
}

Result<std::vector<AgencySummary>> find(database::Transaction& transaction,
                                        const AgenciesPage& page)
{
    if (page.typed.empty()) return agencies_on(transaction, page.day, page.kind);
    const auto matches =
        TRY(search_agencies(transaction, page.typed, page.day, limits::search_results_max));
    std::vector<AgencySummary> found;
    for (const auto& match : matches) {
        const auto* id = std::get_if<AgencyId>(&match.target);
        if (!id || (!page.kind.empty() && match.kind != page.kind)) continue;
        auto agency = TRY(agency_by_id(transaction, *id, page.day));
        found.push_back(std::move(agency));
    }
    return found;
}

std::string page_path(const AgenciesPage& page, std::size_t first)
{
    auto path = agencies_path() + "?tu=" + std::to_string(first);
    // Only the whole list is longer than a page; a kind's key is ASCII.
    if (!page.kind.empty()) path += "&loai=" + page.kind;
    if (page.day != page.today) path += "&ngay=" + page.day.iso();
    return path;
}

void take_page(AgenciesPage& page, std::vector<AgencySummary> agencies, std::size_t first)
{
    page.found = agencies.size();
    page.first = std::min(first, agencies.size());
    const auto last = std::min(page.first + limits::agencies_per_page, agencies.size());
    if (page.first > 0) {
        page.previous_path =
            page_path(page, page.first - std::min(page.first, limits::agencies_per_page));
    }
    if (last < agencies.size()) page.next_path = page_path(page, last);
    const auto at = [&](std::size_t place) {
        return std::make_move_iterator(agencies.begin() + static_cast<std::ptrdiff_t>(place));
    };
    page.agencies.assign(at(page.first), at(last));
}

/// As typed, to fill the form in again.
std::string typed(const http::Request& request, std::string_view field)
{
    return std::string(request.raw(field));
}

Result<Validity> validity_in(const http::Request& request)
{
    const auto from = TRY(request.maybe_date("valid_from"));
    const auto to = TRY(request.maybe_date("valid_to"));
    return Validity{.from = from.value_or(first_day()), .to = to};
}

AgencyForm form_in(const http::Request& request)
{
    return {.name = typed(request, "name"),
            .short_name = typed(request, "short_name"),
            .code = typed(request, "code"),
            .kind = typed(request, "kind"),
            .parent = typed(request, "parent"),
            .valid_from = typed(request, "valid_from"),
            .valid_to = typed(request, "valid_to")};
}

/// By slug, as the list sends it, or as people write it where there are too many for a list.
Result<AgencyId> parent_named(database::Transaction& transaction, const std::string& written,
                              Date today)
{
    if (const auto chosen = agency_by_slug(transaction, written, today)) return chosen->id;
    const auto meant = TRY(resolve_name(transaction, written, today));
    if (const auto* agency = std::get_if<AgencyId>(&meant)) return *agency;
    return failure(Failure::invalid, "organisation.parent.unknown", "parent");
}

Result<NewAgency> agency_in(database::Transaction& transaction, const http::Request& request,
                            Date today)
{
    NewAgency agency;
    agency.name = TRY(request.text("name"));
    agency.short_name = TRY(request.maybe_text("short_name")).value_or("");
    agency.code = TRY(request.maybe_text("code")).value_or("");
    agency.kind = TRY(request.text("kind"));
    agency.validity = TRY(validity_in(request));
    if (const auto written = TRY(request.maybe_text("parent")))
        agency.parent = TRY(parent_named(transaction, *written, today));
    return agency;
}

/// Creates and answers the page to go to.
Result<std::string> created_path(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    TRY(context.require(manage_agencies, ScopeId{}));
    const auto agency = TRY(agency_in(transaction, request, context.today()));
    const auto id = TRY(create_agency(context, transaction, agency));
    const auto created = TRY(agency_by_id(transaction, id, agency.validity.from));
    TRY(transaction.commit());
    return agency_path(created.slug);
}

Result<void> alias_added(Context& context, const http::Request& request, std::string_view slug)
{
    auto transaction = TRY(context.begin());
    const auto agency = TRY(agency_by_slug(transaction, slug, context.today()));
    TRY(context.require(manage_agencies, scope_of(agency.id)));
    const auto text = TRY(request.text("alias"));
    const auto validity = TRY(validity_in(request));
    TRY(add_alias(context, transaction, {.text = text, .target = agency.id, .validity = validity}));
    return transaction.commit();
}

/// What the person can mend in the form; the rest is an error page.
bool is_about_form(const Error& error)
{
    return error.kind == Failure::invalid ||
           (error.kind == Failure::conflict && !error.field.empty());
}

Result<http::Response> new_agency_with(Context& context, AgencyForm form)
{
    auto transaction = TRY(context.read());
    NewAgencyPage page{.form = std::move(form)};
    page.kinds = TRY(kinds(transaction));
    page.parents = TRY(agencies_on(transaction, context.today()));
    return new_agency_page(context, page);
}

}  // namespace

namespace
{

/// The kinds to choose from, and all agencies that the query finds.
struct Asked {
    AgenciesPage page{};
    std::vector<AgencySummary> agencies{};
};

Result<Asked> asked(Context& context, const http::Request& request)
{
    Asked asked;
    auto& page = asked.page;
    page.typed = TRY(request.maybe_text("tim", limits::name_length_max)).value_or("");
    page.kind = TRY(request.maybe_text("loai", limits::name_length_max)).value_or("");
    page.today = context.today();
    page.day = day_asked(request, page.today);
    auto transaction = TRY(context.read());
    page.kinds = TRY(kinds(transaction));
    const auto is_chosen = [&](const Kind& kind) { return kind.key == page.kind; };
    if (std::ranges::none_of(page.kinds, is_chosen)) page.kind.clear();
    asked.agencies = TRY(find(transaction, page));
    return asked;
}

}  // namespace

Result<http::Response> show_agencies(Context& context, const http::Request& request)
{
    auto [page, agencies] = TRY(asked(context, request));
    page.may_manage = context.may_anywhere(manage_agencies);
    page.may_import = context.may_anywhere(import_agencies);
    const auto query = request.target().find('?');
    if (query != std::string::npos) page.query = request.target().substr(query);
    take_page(page, std::move(agencies), offset_in(request));
    return agencies_page(context, page);
}

namespace
{

/// All that the page finds, as a file that an import takes back.
struct Exported {
    DirectoryState directory{};
    std::vector<AgencySummary> agencies{};
};

Result<Exported> exported(Context& context, const http::Request& request)
{
    auto found = TRY(asked(context, request));
    auto transaction = TRY(context.read());
    auto directory = TRY(DirectoryState::load(transaction, found.page.day));
    return Exported{std::move(directory), std::move(found.agencies)};
}

http::Response file(std::string_view type, std::string bytes, std::string_view name)
{
    http::Response response{200, std::string(type), std::move(bytes)};
    response.set_download_name(name);
    return response.set_caching(http::Caching::brief);
}

}  // namespace

Result<http::Response> export_agencies_csv(Context& context, const http::Request& request)
{
    const auto found = TRY(exported(context, request));
    return file("text/csv; charset=utf-8", agencies_csv(found.directory, found.agencies),
                "Danh mục cơ quan.csv");
}

Result<http::Response> export_agencies_xlsx(Context& context, const http::Request& request)
{
    const auto found = TRY(exported(context, request));
    auto bytes = TRY(
        agencies_xlsx(found.directory, found.agencies, context.services().data_folder + "/tmp"));
    return file("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                std::move(bytes), "Danh mục cơ quan.xlsx");
}

Result<http::Response> show_agency(Context& context, const http::Request& request)
{
    const auto slug = TRY(request.path<std::string>("agency"));
    return show_agency_with(context, slug, {});
}

Result<http::Response> show_agency_with(Context& context, std::string_view slug, AgencyForms forms)
{
    auto transaction = TRY(context.read());
    AgencyPage page{.forms = std::move(forms), .today = context.today()};
    page.record = TRY(agency_record(transaction, slug, page.today));
    page.units = TRY(units_of(transaction, page.record.summary.id, page.today));
    page.may_manage = context.may(manage_agencies, scope_of(page.record.summary.id));
    return agency_page(context, page);
}

Result<http::Response> show_new_agency(Context& context, const http::Request& request)
{
    TRY(context.require(manage_agencies, ScopeId{}));
    return new_agency_with(context, form_in(request));
}

Result<http::Response> post_agency(Context& context, const http::Request& request)
{
    const auto path = created_path(context, request);
    if (path) return web::redirect_with(*path, "organisation.agency.created");
    if (!is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    auto form = form_in(request);
    form.error = path.error();
    return new_agency_with(context, std::move(form));
}

Result<http::Response> post_alias(Context& context, const http::Request& request)
{
    const auto slug = TRY(request.text("agency"));
    const auto added = alias_added(context, request, slug);
    if (added) return web::redirect_with(agency_path(slug), "organisation.alias.added");
    if (!is_about_form(added.error())) return tl::unexpected<Error>(added.error());
    return show_agency_with(context, slug,
                            {.alias = {.alias = typed(request, "alias"),
                                       .valid_from = typed(request, "valid_from"),
                                       .valid_to = typed(request, "valid_to"),
                                       .error = added.error()}});
}

}  // namespace caicach::organisation
