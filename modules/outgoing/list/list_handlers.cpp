#include "outgoing/list/list_handlers.hpp"

#include <utility>

#include "outgoing/limits.hpp"
#include "outgoing/list/delivery.hpp"
#include "outgoing/list/list_views.hpp"
#include "outgoing/paths.hpp"
#include "outgoing/permissions.hpp"
#include "outgoing/sql.hpp"
#include "text/text.hpp"
#include "web/components/frame.hpp"

namespace caicach::outgoing
{
namespace
{

bool may_look(const Context& context, organisation::AgencyId agency)
{
    const auto scope = organisation::scope_of(agency);
    return context.may(see, scope) || context.may(manage_lists, scope);
}

Result<std::vector<MeantLine>> meant_lines(const Context& context,
                                           database::Transaction& transaction,
                                           const RecipientList& list,
                                           const std::vector<RecipientMarker>& markers)
{
    const auto today = context.today();
    const auto lines = TRY(lines_of(transaction, list.id));
    std::vector<MeantLine> meant;
    for (const auto& line : lines) {
        MeantLine one{.line = line};
        const auto deliveries =
            TRY(deliveries_to(transaction, recipient_from(line, markers), list.agency, today));
        for (const auto& delivery : deliveries)
            if (delivery.agency) ++one.agencies;
        meant.push_back(std::move(one));
    }
    return meant;
}

Result<http::Response> lists_with(Context& context, database::Transaction& transaction,
                                  ListsPage page)
{
    page.agencies = TRY(organisation::agencies_on(transaction, context.today()));
    std::erase_if(page.agencies, [&](const organisation::AgencySummary& one) {
        return !may_look(context, one.id);
    });
    page.markers = TRY(recipient_markers_on(context.today()));
    auto lists = TRY(lists_of(transaction, page.agency.id));
    for (auto& list : lists) {
        auto lines = TRY(meant_lines(context, transaction, list, page.markers));
        page.lists.push_back({.list = std::move(list), .lines = std::move(lines)});
    }
    page.may_manage = context.may(manage_lists, organisation::scope_of(page.agency.id));
    return lists_page(context, page);
}

Result<http::Response> show_lists(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    ListsPage page;
    page.agency = TRY(
        organisation::agency_asked(context, transaction, request.query("co-quan").value_or("")));
    if (!may_look(context, page.agency.id))
        TRY(context.require(see, organisation::scope_of(page.agency.id)));
    return lists_with(context, transaction, std::move(page));
}

std::vector<std::string> lines_in(const http::Request& request, http::Form& form)
{
    const auto typed = form.take(request.paragraphs("lines"));
    std::vector<std::string> lines;
    for (const auto line : text::split(typed, '\n'))
        if (const auto bare = text::trim(line); !bare.empty()) lines.emplace_back(bare);
    return lines;
}

struct TypedList {
    std::string name{};
    std::vector<std::string> lines{};
};

Result<TypedList> typed_in(const http::Request& request)
{
    http::Form form{request};
    TypedList typed;
    typed.name = form.take(request.text("name", limits::name_length_max));
    typed.lines = lines_in(request, form);
    if (form.has_errors()) return tl::unexpected<Error>(form.errors().front());
    return typed;
}

/// Where the lists are that one was added to.
Result<std::string> added(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto agency =
        TRY(organisation::agency_asked(context, transaction, request.raw("agency")));
    TRY(context.require(manage_lists, organisation::scope_of(agency.id)));
    auto typed = TRY(typed_in(request));
    TRY(add_list(context, transaction, agency.id, std::move(typed.name), std::move(typed.lines)));
    TRY(transaction.commit());
    return lists_path(agency.code);
}

Result<http::Response> post_list(Context& context, const http::Request& request)
{
    const auto path = added(context, request);
    if (path) return web::redirect_with(*path, "outgoing.list.was_added");
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    auto transaction = TRY(context.read());
    ListsPage page{.form = http::Form(request), .fault = web::fault_of(context, path.error())};
    page.agency = TRY(organisation::agency_asked(context, transaction, request.raw("agency")));
    return lists_with(context, transaction, std::move(page));
}

Result<RecipientList> list_in(const Context& context, database::Transaction& transaction,
                              const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("list"));
    auto list = TRY(list_by_code(transaction, code));
    TRY(context.require(manage_lists, organisation::scope_of(list.agency)));
    return list;
}

Result<http::Response> list_with(Context& context, database::Transaction& transaction,
                                 const http::Request& request, ListsPage page)
{
    page.list = TRY(list_in(context, transaction, request));
    page.agency = TRY(organisation::agency_by_id(transaction, page.list->agency, context.today()));
    page.markers = TRY(recipient_markers_on(context.today()));
    if (page.form.values().empty()) {
        const auto lines = TRY(lines_of(transaction, page.list->id));
        page.form.set("name", page.list->name);
        page.form.set("lines", text::join(lines, "\n"));
        page.form.set("version", std::to_string(page.list->version));
    }
    return list_page(context, page);
}

Result<http::Response> show_list(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    return list_with(context, transaction, request, {});
}

Result<std::string> changed(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    auto list = TRY(list_in(context, transaction, request));
    const auto agency = TRY(organisation::agency_by_id(transaction, list.agency, context.today()));
    list.version = TRY(request.integer("version"));
    auto typed = TRY(typed_in(request));
    TRY(change_list(context, transaction, list, std::move(typed.name), std::move(typed.lines)));
    TRY(transaction.commit());
    return lists_path(agency.code);
}

Result<http::Response> post_change(Context& context, const http::Request& request)
{
    const auto path = changed(context, request);
    if (path) return web::redirect_with(*path, "outgoing.list.was_changed");
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    auto transaction = TRY(context.read());
    return list_with(context, transaction, request,
                     {.form = http::Form(request), .fault = web::fault_of(context, path.error())});
}

Result<http::Response> post_removal(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    auto list = TRY(list_in(context, transaction, request));
    const auto agency = TRY(organisation::agency_by_id(transaction, list.agency, context.today()));
    list.version = TRY(request.integer("version"));
    TRY(remove_list(context, transaction, list));
    TRY(transaction.commit());
    return web::redirect_with(lists_path(agency.code), "outgoing.list.was_removed");
}

Result<std::optional<AuditedPage>> page_of_list(database::Transaction& transaction,
                                                std::int64_t object, Date /*today*/)
{
    return transaction.maybe_one(
        sql::list_page,
        [](const database::Row& row) {
            return AuditedPage{.title = row.string("name"), .path = list_path(row.text("code"))};
        },
        object);
}

}  // namespace

void add_lists(Module& module)
{
    const auto managers = http::Access::holder_of(manage_lists.key);
    module.permission(manage_lists);
    module.get("/noi-nhan", http::Access::signed_in, show_lists);
    module.post("/noi-nhan", managers, post_list);
    module.get("/noi-nhan/{list}", managers, show_list);
    module.post("/noi-nhan/{list}", managers, post_change);
    module.post("/noi-nhan/{list}/bo", managers, post_removal);
    module.audits({"outgoing.list.added", "lập danh sách nơi nhận"});
    module.audits({"outgoing.list.changed", "sửa danh sách nơi nhận"});
    module.audits({"outgoing.list.removed", "bỏ danh sách nơi nhận"});
    module.audits_about({"outgoing.list", "danh sách nơi nhận", page_of_list});
}

}  // namespace caicach::outgoing
