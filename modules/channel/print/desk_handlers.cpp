#include "channel/print/desk_handlers.hpp"

#include <limits>
#include <utility>

#include "channel/agency_asked.hpp"
#include "channel/limits.hpp"
#include "channel/print/batching.hpp"
#include "channel/print/design_store.hpp"
#include "channel/print/designing.hpp"
#include "channel/print/desk_views.hpp"
#include "channel/print/drawing.hpp"
#include "channel/print/paths.hpp"
#include "channel/print/permissions.hpp"
#include "channel/sql.hpp"
#include "http/percent.hpp"
#include "once/once.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::string_view purpose = "channel.print_design";

/// What was typed into the fields of a design.
Result<DesignText> text_in(const http::Request& request)
{
    DesignText text;
    auto& words = text.wording;
    text.shape = TRY(request.text("shape"));
    text.palette = TRY(request.text("palette"));
    const auto kicker = TRY(request.maybe_text("kicker", limits::print_line_max));
    words.kicker = kicker.value_or("");
    words.title = TRY(request.text("title", limits::print_title_max));
    const auto lead = TRY(request.maybe_text("lead", limits::print_lead_max));
    words.lead = lead.value_or("");
    words.kind = body_kind_from(request.raw("kind"));
    words.body = TRY(request.paragraphs("body", limits::print_body_max));
    const auto address = TRY(request.maybe_text("address", limits::address_length_max));
    words.address = address.value_or("");
    const auto caption = TRY(request.maybe_text("caption", limits::print_line_max));
    words.caption = caption.value_or("");
    words.contact = TRY(request.paragraphs("contact", limits::print_line_max));
    text.valid_until = TRY(request.maybe_date("valid_until"));
    return text;
}

Result<DesignId> place_in(const http::Request& request)
{
    const auto asked = TRY(request.maybe_integer("truoc", {.lowest = 1}));
    return DesignId{asked.value_or(std::numeric_limits<std::int64_t>::max())};
}

void cut_to_page(DesignListPage& page, const std::string& path)
{
    if (page.designs.size() <= static_cast<std::size_t>(limits::print_rows)) return;
    page.designs.pop_back();
    page.next_path = path + "truoc=" + std::to_string(page.designs.back().id.value);
}

Result<void> fill_own(const Context& context, database::Transaction& transaction, DesignId before,
                      std::string_view agency_code, DesignListPage& page)
{
    page.agency = TRY(organisation::agency_asked(context, transaction, agency_code));
    TRY(context.require(design_prints, organisation::scope_of(page.agency.id)));
    page.agencies = TRY(agencies_with(context, transaction, design_prints));
    page.designs =
        TRY(DesignStore{transaction}.of_agency(page.agency.id, before, limits::print_rows + 1));
    cut_to_page(page, designs_path() + "?co-quan=" + http::percent_encoded(page.agency.code) + "&");
    page.taken_keys = TRY(once::last_keys(transaction, purpose, context.actor().account.value));
    if (page.key.empty()) page.key = once::new_key();
    return {};
}

Result<http::Response> show_list(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    DesignListPage page;
    const auto before = TRY(place_in(request));
    TRY(fill_own(context, transaction, before, request.query("co-quan").value_or(""), page));
    return design_list_page(context, page);
}

Result<http::Response> show_waiting(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    DesignListPage page{.is_waiting = true};
    const auto before = TRY(place_in(request));
    page.designs = TRY(
        DesignStore{transaction}.in_state(DesignState::submitted, before, limits::print_rows + 1));
    cut_to_page(page, waiting_designs_path() + "?");
    std::erase_if(page.designs, [&](const Design& one) {
        return !context.may(approve_prints, organisation::scope_of(one.agency));
    });
    page.agency_names.reserve(page.designs.size());
    for (const auto& one : page.designs) {
        auto agency = TRY(organisation::agency_by_id(transaction, one.agency, context.today()));
        page.agency_names.push_back(std::move(agency.name));
    }
    return design_list_page(context, page);
}

/// The path of the design that the form began.
Result<std::string> begun(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto agency =
        TRY(organisation::agency_asked(context, transaction, request.raw("agency")));
    TRY(context.require(design_prints, organisation::scope_of(agency.id)));
    const auto text = TRY(text_in(request));
    auto key = TRY(once::key_from(request.raw(once::field)));
    const once::Sending sending{
        .purpose = std::string{purpose},
        .owner = context.actor().account.value,
        .key = std::move(key),
        .content_sha256 =
            once::content_of({agency.code, text.shape, text.wording.title, text.wording.body})};
    const auto begin = [&]() -> Result<std::string> {
        const auto design = TRY(begin_design(context, transaction, agency.id, text));
        return design_path(design.code);
    };
    auto path = TRY(once::run(transaction, sending, context.now(), begin));
    TRY(transaction.commit());
    return path;
}

Result<http::Response> post_new(Context& context, const http::Request& request)
{
    const auto path = begun(context, request);
    if (path) return web::redirect_with(*path, "channel.print.was_saved");
    const std::string key{request.raw(once::field)};
    const auto error = once::said_of_keyed_form(path.error(), key);
    if (!web::is_about_form(error)) return tl::unexpected<Error>(error);
    auto transaction = TRY(context.read());
    DesignListPage page{.form = http::Form(request), .fault = web::fault_of(context, error)};
    if (error.key != "once.sent_before") page.key = key;
    TRY(fill_own(context, transaction, DesignId{std::numeric_limits<std::int64_t>::max()},
                 request.raw("agency"), page));
    return design_list_page(context, page);
}

/// The one in the path, for who designs or approves those of its agency.
Result<Design> seen_design(const Context& context, database::Transaction& transaction,
                           const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("design"));
    auto design = TRY(DesignStore{transaction}.find(code));
    const auto rights = rights_to(context, design);
    if (!rights.designs && !rights.approves)
        TRY(context.require(design_prints, organisation::scope_of(design.agency)));
    return design;
}

/// Open groups have no list to draw for.
Result<BatchPart> batch_of(const Context& context, database::Transaction& transaction,
                           const Design& design)
{
    BatchPart part{.design_code = design.code};
    part.batch = TRY(BatchStore{transaction}.of_design(design.id));
    part.may_begin = design.state == DesignState::published && rights_to(context, design).designs;
    if (part.batch) {
        if (part.is_making()) part.progress = TRY(jobs::progress(transaction, part.batch->job));
        part.group_name = TRY(organisation::group_by_id(transaction, part.batch->group)).name;
    }
    if (!part.may_begin) return part;
    part.groups = TRY(organisation::groups(transaction));
    std::erase_if(part.groups, &organisation::GroupSummary::is_open);
    return part;
}

Result<http::Response> page_with(Context& context, const http::Request& request, http::Form form,
                                 web::Fault fault)
{
    auto transaction = TRY(context.read());
    DesignPage page{.form = std::move(form), .fault = std::move(fault)};
    page.design = TRY(seen_design(context, transaction, request));
    page.agency =
        TRY(organisation::agency_by_id(transaction, page.design.agency, context.today())).name;
    page.rights = rights_to(context, page.design);
    page.batch = TRY(batch_of(context, transaction, page.design));
    return design_page(context, page);
}

Result<http::Response> show_design(Context& context, const http::Request& request)
{
    return page_with(context, request, {}, {});
}

/// What is drawn, read before it is: no transaction is open meanwhile.
Result<http::Response> drawn(Context& context, const http::Request& request, Drawn kind)
{
    const auto read = [&]() -> Result<DrawnDesign> {
        auto transaction = TRY(context.read());
        auto design = TRY(seen_design(context, transaction, request));
        auto agency = TRY(organisation::agency_by_id(transaction, design.agency, context.today()));
        return DrawnDesign{.design = std::move(design), .agency = std::move(agency.name)};
    };
    const auto one = TRY(read());
    return drawing_of(context, request, one, kind);
}
Result<http::Response> show_svg(Context& context, const http::Request& request)
{
    return drawn(context, request, Drawn::svg);
}
Result<http::Response> download_pdf(Context& context, const http::Request& request)
{
    return drawn(context, request, Drawn::pdf);
}
Result<http::Response> download_png(Context& context, const http::Request& request)
{
    return drawn(context, request, Drawn::print_png);
}

Result<http::Response> post_batch(Context& context, const http::Request& request)
{
    const auto begin = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        const auto design = TRY(seen_design(context, transaction, request));
        const auto key = TRY(request.text("group"));
        const auto group = organisation::group_by_key(transaction, key);
        if (!group) return failure(Failure::invalid, "channel.batch.group", "group");
        TRY(begin_batch(context, transaction, design, *group));
        TRY(transaction.commit());
        return design_path(design.code);
    };
    const auto path = begin();
    if (path) return web::redirect_with(*path, "channel.batch.was_begun");
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    return page_with(context, request, http::Form(request), web::fault_of(context, path.error()));
}

/// How far it is; the whole page again when it is over.
Result<http::Response> show_batch_progress(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto design = TRY(seen_design(context, transaction, request));
    const auto part = TRY(batch_of(context, transaction, design));
    if (part.is_making() && request.is_htmx()) return batch_progress(part);
    if (!request.is_htmx()) return http::redirect(design_path(design.code));
    const auto path = TRY(http::HeaderValue::create(design_path(design.code)));
    return http::page({}).set_header("HX-Redirect", path);
}

Result<http::Response> download_batch(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto design = TRY(seen_design(context, transaction, request));
    const auto batch = TRY(BatchStore{transaction}.of_design(design.id));
    if (!batch || batch->state != BatchState::ready || design.state != DesignState::published)
        return failure(Failure::not_found, "channel.batch.not_found");
    const auto file = TRY(attachment::find(transaction, batch->file));
    auto path = TRY(attachment::open_path(context, file.sha256));
    auto response = http::file(std::move(path), "application/zip");
    return response.set_download_name(file.name);
}

using Deed = Result<void> (*)(Context&, database::Transaction&, const http::Request&,
                              const Design&);

Result<std::string> done_by(Context& context, const http::Request& request, Deed deed)
{
    auto transaction = TRY(context.begin());
    auto design = TRY(seen_design(context, transaction, request));
    design.version = TRY(request.integer("version"));
    TRY(deed(context, transaction, request, design));
    TRY(transaction.commit());
    return design_path(design.code);
}

Result<http::Response> do_to_design(Context& context, const http::Request& request, Deed deed,
                                    std::string_view told)
{
    const auto path = done_by(context, request, deed);
    if (path) return web::redirect_with(*path, told);
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    return page_with(context, request, http::Form(request), web::fault_of(context, path.error()));
}

Result<http::Response> post_text(Context& context, const http::Request& request)
{
    constexpr Deed deed = [](Context& doing, database::Transaction& transaction,
                             const http::Request& sent, const Design& design) -> Result<void> {
        const auto text = TRY(text_in(sent));
        return change_design(doing, transaction, design, text);
    };
    return do_to_design(context, request, deed, "channel.print.was_saved");
}

Result<http::Response> post_submission(Context& context, const http::Request& request)
{
    constexpr Deed deed = [](Context& doing, database::Transaction& transaction,
                             const http::Request& /*sent*/, const Design& design) {
        return submit_design(doing, transaction, design);
    };
    return do_to_design(context, request, deed, "channel.print.was_submitted");
}

Result<http::Response> post_take_back(Context& context, const http::Request& request)
{
    constexpr Deed deed = [](Context& doing, database::Transaction& transaction,
                             const http::Request& /*sent*/, const Design& design) {
        return take_back_design(doing, transaction, design);
    };
    return do_to_design(context, request, deed, "channel.print.was_taken_back");
}

Result<http::Response> post_approval(Context& context, const http::Request& request)
{
    constexpr Deed deed = [](Context& doing, database::Transaction& transaction,
                             const http::Request& /*sent*/, const Design& design) {
        return publish_design(doing, transaction, design);
    };
    return do_to_design(context, request, deed, "channel.print.was_published");
}

Result<http::Response> post_return(Context& context, const http::Request& request)
{
    constexpr Deed deed = [](Context& doing, database::Transaction& transaction,
                             const http::Request& sent, const Design& design) -> Result<void> {
        auto reason = TRY(sent.paragraphs("reason", limits::reason_length_max));
        return send_back_design(doing, transaction, design, std::move(reason));
    };
    return do_to_design(context, request, deed, "channel.print.was_sent_back");
}

Result<http::Response> post_withdrawal(Context& context, const http::Request& request)
{
    constexpr Deed deed = [](Context& doing, database::Transaction& transaction,
                             const http::Request& sent, const Design& design) -> Result<void> {
        auto reason = TRY(sent.paragraphs("reason", limits::reason_length_max));
        return withdraw_design(doing, transaction, design, std::move(reason));
    };
    return do_to_design(context, request, deed, "channel.print.was_withdrawn");
}

Result<http::Response> post_discarding(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    auto design = TRY(seen_design(context, transaction, request));
    design.version = TRY(request.integer("version"));
    TRY(discard_design(context, transaction, design));
    TRY(transaction.commit());
    return web::redirect_with(designs_path(), "channel.print.was_discarded");
}

Result<std::optional<AuditedPage>> page_of_design(database::Transaction& transaction,
                                                  std::int64_t object, Date /*today*/)
{
    return transaction.maybe_one(
        sql::print_design_page,
        [](const database::Row& row) {
            return AuditedPage{.title = row.string("title"), .path = design_path(row.text("code"))};
        },
        object);
}

void add_design_audits(Module& module)
{
    module.audits({"channel.print.drafted", "bắt đầu bản đồ họa"});
    module.audits({"channel.print.changed", "sửa bản đồ họa"});
    module.audits({"channel.print.discarded", "bỏ bản đồ họa chưa công bố"});
    module.audits({"channel.print.submitted", "gửi duyệt bản đồ họa"});
    module.audits({"channel.print.taken_back", "lấy lại bản đồ họa đã gửi duyệt"});
    module.audits({"channel.print.sent_back", "trả lại bản đồ họa"});
    module.audits({"channel.print.published", "duyệt và công bố bản đồ họa"});
    module.audits({"channel.print.withdrawn", "gỡ bản đồ họa đã công bố"});
    module.audits({"channel.print.handed_out", "ghi số bản in đã phát"});
    module.audits_about({design_object, "bản đồ họa", page_of_design});
}

}  // namespace

void add_designs(Module& module)
{
    for (const auto* permission : {&design_prints, &approve_prints}) module.permission(*permission);
    const auto designers = http::Access::holder_of(design_prints.key);
    const auto approvers = http::Access::holder_of(approve_prints.key);
    module.get("/soan-do-hoa", designers, show_list);
    module.post("/soan-do-hoa", designers, post_new);
    module.get("/soan-do-hoa/cho-duyet", approvers, show_waiting);
    module.get("/soan-do-hoa/{design}", http::Access::signed_in, show_design);
    module.get("/soan-do-hoa/{design}/xem-truoc.svg", http::Access::signed_in, show_svg);
    module.get("/soan-do-hoa/{design}/in.pdf", http::Access::signed_in, download_pdf);
    module.get("/soan-do-hoa/{design}/anh.png", http::Access::signed_in, download_png);
    module.post("/soan-do-hoa/{design}/bo-in", designers, post_batch);
    module.get("/soan-do-hoa/{design}/bo-in/tien-do", http::Access::signed_in, show_batch_progress);
    module.get("/soan-do-hoa/{design}/bo-in.zip", http::Access::signed_in, download_batch);
    module.post("/soan-do-hoa/{design}/noi-dung", designers, post_text);
    module.post("/soan-do-hoa/{design}/gui", designers, post_submission);
    module.post("/soan-do-hoa/{design}/lay-lai", designers, post_take_back);
    module.post("/soan-do-hoa/{design}/bo", designers, post_discarding);
    module.post("/soan-do-hoa/{design}/tra-lai", approvers, post_return);
    module.post("/soan-do-hoa/{design}/duyet", approvers, post_approval);
    module.post("/soan-do-hoa/{design}/go", approvers, post_withdrawal);
    module.menu({.text = "Thiết kế đồ họa",
                 .path = "/soan-do-hoa",
                 .order = 53,
                 .permission = &design_prints});
    module.menu({.text = "Duyệt đồ họa",
                 .path = "/soan-do-hoa/cho-duyet",
                 .order = 54,
                 .permission = &approve_prints});
    add_design_audits(module);
    add_batching(module);
}

}  // namespace caicach::channel
