#include "report/form/form_handlers.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "document/csv_writer.hpp"
#include "json/value.hpp"
#include "organisation/api.hpp"
#include "report/design/design_choices.hpp"
#include "report/design/design_handlers.hpp"
#include "report/design/form_book_writer.hpp"
#include "report/form/form_access.hpp"
#include "report/form/form_cache.hpp"
#include "report/form/form_import_handlers.hpp"
#include "report/form/form_views.hpp"
#include "report/form/form_words.hpp"
#include "report/form/put_in_force.hpp"
#include "report/paths.hpp"
#include "report/permissions.hpp"
#include "report/sql.hpp"
#include "text/text.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::report
{
namespace
{

/// What a form says of who reports, in words: "Các sở, ban, ngành".
Result<std::vector<std::string>> reporter_names(Context& context,
                                                database::Transaction& transaction,
                                                const Definition& definition)
{
    const auto groups = TRY(organisation::groups(transaction));
    std::vector<std::string> names;
    names.reserve(definition.reporters.size());
    for (const auto& word : definition.reporters) {
        const auto group = std::ranges::find(groups, word, &organisation::GroupSummary::key);
        if (group != groups.end()) {
            names.push_back(group->name);
            continue;
        }
        const auto agency = TRY(agency_named(transaction, word, context.today()));
        if (!agency) {
            names.push_back(word);
            continue;
        }
        auto summary = TRY(organisation::agency_by_id(transaction, agency, context.today()));
        names.push_back(std::move(summary.name));
    }
    return names;
}

/// The owner as the form has it, or as a suggestion names it.
Result<std::string> owner_name(Context& context, database::Transaction& transaction,
                               const Form& form)
{
    if (!form.owner) return std::string{"Chưa chọn"};
    const auto owner = TRY(organisation::agency_by_id(transaction, form.owner, context.today()));
    return owner.name;
}

Result<ListedForm> listed(Context& context, database::Transaction& transaction, Form form,
                          const FormVersion& version)
{
    const auto definition = TRY(form_content(transaction, version));
    ListedForm one{.form = std::move(form), .version = version};
    one.owner = TRY(owner_name(context, transaction, one.form));
    one.period =
        definition->is_ad_hoc ? "Khi có yêu cầu" : std::string{text_of(definition->period.length)};
    const auto names = TRY(reporter_names(context, transaction, *definition));
    one.reporters = text::shorten(text::join(names, "; "), 200);
    return one;
}

Result<FormsPage> listed_forms(Context& context, database::Transaction& transaction)
{
    FormStore store{transaction};
    const auto standing = TRY(store.standing());
    auto forms = TRY(store.all());
    FormsPage page{.may_design = context.may_anywhere(design_forms)};
    for (auto& form : forms) {
        const auto of = [&](VersionState state) {
            return std::ranges::find_if(standing, [&](const FormVersion& one) {
                return one.form == form.id && one.state == state;
            });
        };
        const auto used = of(VersionState::in_force);
        const auto draft = of(VersionState::draft);
        const bool sees_draft = draft != standing.end() && may_design(context, form);
        if (used != standing.end()) {
            auto one = TRY(listed(context, transaction, std::move(form), *used));
            one.has_draft = sees_draft;
            page.in_force.push_back(std::move(one));
        } else if (sees_draft) {
            auto one = TRY(listed(context, transaction, std::move(form), *draft));
            page.waiting.push_back(std::move(one));
        }
    }
    return page;
}

Result<http::Response> show_forms(Context& context, const http::Request& /*request*/)
{
    auto transaction = TRY(context.read());
    const auto page = TRY(listed_forms(context, transaction));
    return forms_page(context, page);
}

Result<void> add_periods(Context& context, database::Transaction& transaction, FormPage& page)
{
    page.year = context.today().year();
    if (page.definition->is_ad_hoc) return {};
    const auto cut_offs = TRY(cut_offs_on(context.today()));
    const auto working_days = TRY(organisation::working_days(transaction));
    page.scheme = scheme_of(page.definition->period, cut_offs);
    page.year = calendar::period_of(page.scheme, context.today()).year();
    for (const auto& period : calendar::periods_of_year(page.scheme, page.year))
        page.periods.push_back({days_of(*page.definition, period, working_days),
                                owner_due_of(*page.definition, period, working_days)});
    return {};
}

/// What a period says in the table of the year; nothing of an ad hoc form.
using PeriodCells = std::array<std::string, 6>;

PeriodCells cells_of(const ShownPeriod& period)
{
    const auto& days = period.days;
    PeriodCells cells{days.title, days.data_from.vietnamese(), days.data_until.vietnamese(),
                      days.due.day.vietnamese()};
    if (days.locks_on) cells[4] = days.locks_on->vietnamese();
    if (period.owner_due) cells[5] = period.owner_due->day.vietnamese();
    return cells;
}

void add_row(document::CsvWriter& csv, const ListedForm& form, const PeriodCells& period)
{
    std::vector<std::string> row{form.form.title, form.owner, form.reporters, form.period};
    row.insert(row.end(), period.begin(), period.end());
    csv.add_row(row);
}

Result<http::Response> export_forms(Context& context, const http::Request& /*request*/)
{
    auto transaction = TRY(context.read());
    const auto page = TRY(listed_forms(context, transaction));
    document::CsvWriter csv;
    constexpr std::array<std::string_view, 10> head{"Mẫu",
                                                    "Cơ quan chủ quản",
                                                    "Cơ quan báo cáo",
                                                    "Định kỳ",
                                                    "Kỳ",
                                                    "Số liệu từ",
                                                    "Số liệu đến",
                                                    "Hạn gửi",
                                                    "Khóa sau ngày",
                                                    "Hạn của cơ quan chủ quản"};
    csv.add_row(head);
    for (const auto& one : page.in_force) {
        FormPage form;
        form.definition = TRY(form_content(transaction, one.version));
        TRY(add_periods(context, transaction, form));
        if (form.periods.empty()) add_row(csv, one, {});
        for (const auto& period : form.periods) add_row(csv, one, cells_of(period));
    }
    http::Response response{200, "text/csv; charset=utf-8", csv.take()};
    return response.set_download_name("Lịch báo cáo.csv");
}

/// The version that the address asks for; without one that in force, or else the latest. Drafts are
/// there for who makes forms.
Result<FormVersion> version_in(const Context& context, database::Transaction& transaction,
                               const http::Request& request, const Form& form)
{
    constexpr std::int64_t number_max = 1'000'000;
    const auto asked = TRY(request.maybe_integer("ban", {1, number_max}));
    const auto versions = TRY(FormStore{transaction}.versions(form.id));
    auto found = versions.end();
    if (asked) {
        found = std::ranges::find(versions, *asked, &FormVersion::number);
    } else {
        found = std::ranges::find(versions, VersionState::in_force, &FormVersion::state);
        if (found == versions.end()) found = versions.begin();
    }
    const bool was_used = found != versions.end() && found->valid_from.has_value();
    if (!was_used && (found == versions.end() || !may_design(context, form)))
        return failure(Failure::not_found, "report.form.not_found");
    return *found;
}

/// With the version in force a draft is compared, another one with what was in force before it.
Result<void> compare(database::Transaction& transaction, FormPage& page)
{
    const auto before = std::ranges::find_if(page.versions, [&](const FormVersion& one) {
        return one.number < page.version.number && one.valid_from.has_value();
    });
    if (before == page.versions.end()) return {};
    const auto content = TRY(form_content(transaction, *before));
    page.compared_with = before->number;
    page.differences = differences(*content, *page.definition);
    return {};
}

/// What putting a draft in force needs: whose it may be, and what is in its way.
Result<void> add_steps(Context& context, database::Transaction& transaction, FormPage& page)
{
    if (!page.may_design || page.version.state != VersionState::draft) return {};
    page.faults = TRY(all_faults(context, transaction, *page.definition));
    const auto agencies = TRY(organisation::agencies_on(transaction, context.today()));
    const auto named = TRY(agency_named(transaction, page.definition->owner, context.today()));
    const auto wanted = page.form.owner ? page.form.owner : named;
    for (const auto& one : agencies) {
        if (!context.may(design_forms, organisation::scope_of(one.id))) continue;
        page.owners.push_back({one.code, one.name});
        if (one.id == wanted) page.chosen_owner = one.code;
    }
    return {};
}

Result<http::Response> form_with(Context& context, database::Transaction& transaction,
                                 const http::Request& request, web::Fault fault)
{
    FormPage page{.fault = std::move(fault)};
    page.form = TRY(form_in(transaction, request));
    page.version = TRY(version_in(context, transaction, request, page.form));
    page.definition = TRY(form_content(transaction, page.version));
    page.sources = TRY(form_sources(context, transaction));
    page.owner = TRY(owner_name(context, transaction, page.form));
    page.reporters = TRY(reporter_names(context, transaction, *page.definition));
    page.versions = TRY(FormStore{transaction}.versions(page.form.id));
    page.may_design = may_design(context, page.form);
    page.may_open = page.version.state == VersionState::in_force &&
                    context.may(open_reports, organisation::scope_of(page.form.owner));
    TRY(compare(transaction, page));
    if (!page.may_design)
        std::erase_if(page.versions, [](const FormVersion& one) { return !one.valid_from; });
    TRY(add_periods(context, transaction, page));
    TRY(add_steps(context, transaction, page));
    return form_page(context, page);
}

Result<http::Response> show_form(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    return form_with(context, transaction, request, {});
}

Result<http::Response> download_form(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto form = TRY(form_in(transaction, request));
    const auto version = TRY(version_in(context, transaction, request, form));
    const auto content = TRY(FormStore{transaction}.content(version.id));
    const auto value = TRY(json::parse(content));
    http::Response response{200, "application/json; charset=utf-8", json::dump(value, true) + "\n"};
    return response.set_download_name(form.title + ", bản " + std::to_string(version.number) +
                                      ".json");
}

Result<http::Response> download_book(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto form = TRY(form_in(transaction, request));
    const auto version = TRY(version_in(context, transaction, request, form));
    const auto definition = TRY(form_content(transaction, version));
    const auto choices = TRY(choices_for(context, transaction, *definition));
    auto bytes = TRY(book_of(*definition, choices, context.services().data_folder + "/tmp"));
    http::Response response{
        200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", std::move(bytes)};
    return response.set_download_name(form.title + ", bản " + std::to_string(version.number) +
                                      ".xlsx");
}

/// The draft of the form as the person saw it.
Result<FormVersion> draft_in(database::Transaction& transaction, const http::Request& request,
                             const Form& form)
{
    const auto number = TRY(request.integer("ban", {1, FormStore::versions_max * 1000}));
    auto version = TRY(FormStore{transaction}.version(form.id, static_cast<int>(number)));
    version.version = TRY(request.integer("version"));
    return version;
}

/// Where the form is that was put in force.
Result<std::string> put(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto form = TRY(form_in(transaction, request));
    TRY(require_design(context, form));
    const auto owner = TRY(request.maybe_text("owner"));
    const auto draft = TRY(draft_in(transaction, request, form));
    const auto agency = TRY(agency_named(transaction, owner.value_or(""), context.today()));
    if (agency) TRY(context.require(design_forms, organisation::scope_of(agency)));
    TRY(put_in_force(context, transaction, form, draft, owner.value_or("")));
    TRY(transaction.commit());
    return form_path(form.code);
}

Result<http::Response> post_in_force(Context& context, const http::Request& request)
{
    const auto path = put(context, request);
    if (path) return web::redirect_with(*path, "report.form.now_in_force");
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    auto transaction = TRY(context.read());
    return form_with(context, transaction, request, web::fault_of(context, path.error()));
}

Result<http::Response> post_discarding(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto form = TRY(form_in(transaction, request));
    TRY(require_design(context, form));
    const auto draft = TRY(draft_in(transaction, request, form));
    TRY(discard_draft(context, transaction, form, draft));
    TRY(transaction.commit());
    return web::redirect_with(forms_path(), "report.form.draft_gone");
}

Result<std::optional<AuditedPage>> page_of_form(database::Transaction& transaction,
                                                std::int64_t object, Date /*today*/)
{
    return transaction.maybe_one(
        sql::form_page,
        [](const database::Row& row) {
            return AuditedPage{.title = row.string("title"), .path = form_path(row.text("code"))};
        },
        object);
}

}  // namespace

void add_forms(Module& module)
{
    const auto readers = http::Access::holder_of(see_forms.key);
    const auto designers = http::Access::holder_of(design_forms.key);
    module.get("/mau-bao-cao", readers, show_forms);
    module.get("/mau-bao-cao.csv", readers, export_forms);
    module.get("/mau-bao-cao/{form}", readers, show_form);
    module.get("/mau-bao-cao/{form}/mau.json", readers, download_form);
    module.get("/mau-bao-cao/{form}/mau.xlsx", readers, download_book);
    module.post("/mau-bao-cao/{form}/ban-hanh", designers, post_in_force);
    module.post("/mau-bao-cao/{form}/bo", designers, post_discarding);
    add_form_import(module);
    add_design(module);
    module.menu(
        {.text = "Mẫu báo cáo", .path = "/mau-bao-cao", .order = 19, .permission = &see_forms});
    module.audits({"report.form.brought", "nhận mẫu báo cáo gợi ý của phần mềm"});
    module.audits({"report.form.drafted", "lập bản nháp của mẫu báo cáo"});
    module.audits({"report.form.put_in_force", "ban hành mẫu báo cáo"});
    module.audits({"report.form.discarded", "bỏ bản nháp của mẫu báo cáo"});
    module.audits_about({"report.form", "mẫu báo cáo", page_of_form});
}

}  // namespace caicach::report
