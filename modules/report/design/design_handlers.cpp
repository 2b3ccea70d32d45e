#include "report/design/design_handlers.hpp"

#include <algorithm>
#include <utility>

#include "organisation/api.hpp"
#include "report/design/design_views.hpp"
#include "report/design/draft_editing.hpp"
#include "report/form/form_access.hpp"
#include "report/form/form_key.hpp"
#include "report/form/put_in_force.hpp"
#include "report/limits.hpp"
#include "report/paths.hpp"
#include "report/permissions.hpp"
#include "text/slug.hpp"
#include "text/text.hpp"
#include "web/components/frame.hpp"

namespace caicach::report
{
namespace
{

constexpr std::string_view source = "Soạn trên trang";

/// A form and its draft, for who makes forms of it.
struct Desk {
    Form form{};
    std::optional<FormVersion> draft{};
    Definition definition{};
};

Result<Desk> desk_in(Context& context, database::Transaction& transaction,
                     const http::Request& request)
{
    Desk desk;
    desk.form = TRY(form_in(transaction, request));
    TRY(require_design(context, desk.form));
    desk.draft = TRY(own_draft(transaction, desk.form.id));
    if (desk.draft) desk.definition = TRY(FormStore{transaction}.definition(desk.draft->id));
    return desk;
}

/// The same, where a draft must be there.
Result<Desk> draft_in(Context& context, database::Transaction& transaction,
                      const http::Request& request)
{
    auto desk = TRY(desk_in(context, transaction, request));
    if (!desk.draft) return failure(Failure::conflict, "report.form.not_draft");
    return desk;
}

Result<Spot> spot_in(std::string_view piece, std::string_view key, std::string_view section,
                     bool is_new)
{
    const auto found = piece_from(piece);
    if (!found) return failure(Failure::conflict, "report.design.gone");
    return Spot{.piece = *found,
                .key = std::string{key},
                .section = std::string{section},
                .is_new = is_new};
}

Result<Spot> asked_spot(const http::Request& request)
{
    const auto said = [&](std::string_view name) { return request.query(name).value_or(""); };
    return spot_in(said("muc"), said("ma"), said("trong"), !said("moi").empty());
}

Result<Spot> sent_spot(const http::Request& request)
{
    return spot_in(request.raw("muc"), request.raw("ma"), request.raw("trong"),
                   !request.raw("moi").empty());
}

/// "chi-tieu:tin_bai", of a button.
Result<Spot> named_spot(std::string_view name)
{
    const auto colon = name.find(':');
    if (colon == std::string_view::npos) return failure(Failure::conflict, "report.design.gone");
    return spot_in(name.substr(0, colon), name.substr(colon + 1), {}, false);
}

/// The page of the whole form, open where the piece stands.
std::string place_of(const Form& form, const Definition& definition, const Spot& spot)
{
    auto path = design_path(form.code) + "?mo=" + fold_of(definition, spot) + "#" +
                std::string{name_of(spot.piece)};
    if (spot.piece == Piece::check || spot.key.empty()) return path;
    return path + "-" + spot.key;
}

Result<http::Response> piece_with(Context& context, database::Transaction& transaction,
                                  const Desk& desk, PiecePage page)
{
    page.form = desk.form;
    page.definition = desk.definition;
    page.choices = TRY(choices_for(context, transaction, desk.definition));
    return piece_page(context, page);
}

Result<http::Response> show_design(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto desk = TRY(desk_in(context, transaction, request));
    if (!desk.draft) return begin_page(context, desk.form);
    if (!request.query("muc")) {
        DesignPage page{.form = desk.form, .draft = *desk.draft, .definition = desk.definition};
        page.open = request.query("mo").value_or("");
        page.choices = TRY(choices_for(context, transaction, desk.definition));
        page.faults = TRY(all_faults(context, transaction, desk.definition));
        return design_page(context, page);
    }
    const auto spot = TRY(asked_spot(request));
    const auto values = values_at(desk.definition, spot);
    if (!values) return failure(Failure::not_found, "report.design.gone");
    PiecePage page{.spot = spot, .values = *values, .base = stamp_of(*values)};
    if (!request.query("bo")) return piece_with(context, transaction, desk, std::move(page));
    page.form = desk.form;
    page.definition = desk.definition;
    return piece_removal_page(context, page);
}

FieldValues typed_in(const http::Request& request)
{
    FieldValues values;
    for (const auto& field : request.fields()) values[field.name].push_back(field.value);
    return values;
}

/// As the fields would show what was typed.
FieldValues shown_again(const FieldValues& typed, Piece piece)
{
    auto shown = piece == Piece::table
                     ? table_values_of(table_object_of(typed))
                     : values_of(object_of(typed, specs_of(piece)), specs_of(piece));
    shown["key"] = {std::string{value_at(typed, "key")}};
    return shown;
}

/// What became of what was sent: a piece that is kept, or a page that asks again.
struct Outcome {
    std::string path{};
    std::optional<PiecePage> asks{};
};

Result<Outcome> saved_piece(Context& context, database::Transaction& transaction, const Desk& desk,
                            const http::Request& request)
{
    const auto spot = TRY(sent_spot(request));
    const auto typed = typed_in(request);
    const auto stored = values_at(desk.definition, spot);
    if (!stored) return failure(Failure::conflict, "report.design.gone");
    PiecePage page{.spot = spot,
                   .values = shown_again(typed, spot.piece),
                   .base = stamp_of(*stored),
                   .status = http::status_of(Failure::invalid)};
    if (!spot.is_new && request.raw("base") != page.base) {
        page.theirs = *stored;
        page.status = http::status_of(Failure::conflict);
        return Outcome{.asks = std::move(page)};
    }
    auto done = edited(desk.definition, spot, typed);
    page.faults = std::move(done.faults);
    if (page.faults.empty()) {
        const auto all = TRY(all_faults(context, transaction, done.definition));
        page.faults = faults_at(done.definition, done.spot, all);
    }
    if (!page.faults.empty()) return Outcome{.asks = std::move(page)};
    TRY(save_draft(context, transaction, desk.form, *desk.draft, done.definition,
                   name_of(spot.piece)));
    TRY(transaction.commit());
    return Outcome{.path = place_of(desk.form, done.definition, done.spot)};
}

Result<http::Response> post_design(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto desk = TRY(desk_in(context, transaction, request));
    // Put in force or given up meanwhile: what was typed is not taken for a wish to begin anew.
    if (!desk.draft && !request.raw("muc").empty())
        return failure(Failure::conflict, "report.form.not_draft");
    if (!desk.draft) {
        TRY(begin_draft(context, transaction, desk.form));
        TRY(transaction.commit());
        return web::redirect_with(design_path(desk.form.code), "report.design.begun");
    }
    auto outcome = TRY(saved_piece(context, transaction, desk, request));
    if (outcome.asks) return piece_with(context, transaction, desk, std::move(*outcome.asks));
    return web::redirect_with(outcome.path, "report.design.saved");
}

Result<http::Response> post_move(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    auto desk = TRY(draft_in(context, transaction, request));
    const auto up = request.raw("len");
    const auto spot = TRY(named_spot(up.empty() ? request.raw("xuong") : up));
    const bool is_moved = move(desk.definition, spot, up.empty() ? Way::down : Way::up);
    const auto path = place_of(desk.form, desk.definition, spot);
    if (!is_moved) return web::redirect_with(path, "report.design.at_end");
    TRY(save_draft(context, transaction, desk.form, *desk.draft, desk.definition, "chuyen"));
    TRY(transaction.commit());
    return http::redirect(path);
}

Result<http::Response> post_removal(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    auto desk = TRY(draft_in(context, transaction, request));
    const auto spot = TRY(named_spot(request.raw("muc")));
    const auto path = design_path(desk.form.code) + "?mo=" + fold_of(desk.definition, spot);
    if (!remove(desk.definition, spot)) return failure(Failure::conflict, "report.design.gone");
    TRY(save_draft(context, transaction, desk.form, *desk.draft, desk.definition, "bo"));
    TRY(transaction.commit());
    return web::redirect_with(path, "report.design.removed");
}

/// As it is filled in, with nothing in it.
Filled empty_report(const Definition& definition)
{
    // Shared, as a report holds its form: what it shows points into it.
    Filled filled{.definition = std::make_shared<const Definition>(definition)};
    for (const auto* indicator : indicators_of(*filled.definition))
        filled.indicators.push_back({.indicator = indicator});
    for (const auto& section : filled.definition->sections)
        for (const auto& part : section.parts) {
            const auto* table = std::get_if<FormTable>(&part);
            if (table == nullptr) continue;
            auto& rows = filled.tables[table->key];
            const auto count = std::max<std::size_t>(table->fixed_rows.size(), 1);
            for (std::size_t i = 0; i < count; ++i)
                rows.push_back(
                    {.number = static_cast<int>(i) + 1,
                     .name = i < table->fixed_rows.size() ? table->fixed_rows[i] : std::string{},
                     .cells = std::vector<std::string>(table->columns.size())});
        }
    return filled;
}

Result<http::Response> show_preview(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto desk = TRY(draft_in(context, transaction, request));
    return preview_page(context, desk.form, empty_report(desk.definition));
}

Result<http::Response> new_form_with(Context& context, NewFormPage page)
{
    auto transaction = TRY(context.read());
    const auto agencies = TRY(organisation::agencies_on(transaction, context.today()));
    for (const auto& one : agencies)
        if (context.may(design_forms, organisation::scope_of(one.id)))
            page.owners.emplace_back(one.code, one.name);
    if (page.owner.empty() && page.owners.size() == 1) page.owner = page.owners.front().first;
    return new_form_page(context, page);
}

Result<http::Response> show_new_form(Context& context, const http::Request& /*request*/)
{
    return new_form_with(context, {});
}

Result<Definition> begun_form(Context& context, database::Transaction& transaction,
                              const http::Request& request)
{
    const auto owner = TRY(agency_named(transaction, request.raw("owner"), context.today()));
    if (!owner)
        return failure(Failure::invalid, "report.form.owner", "owner",
                       {std::string{request.raw("owner")}});
    TRY(context.require(design_forms, organisation::scope_of(owner)));
    Definition definition;
    definition.title = TRY(request.text("title"));
    definition.owner = request.raw("owner");
    definition.key = text::squeeze(request.raw("key"));
    if (definition.key.empty()) {
        constexpr std::size_t length_max = 40;
        definition.key = text::slug(definition.title, length_max);
        std::ranges::replace(definition.key, '-', '_');
    }
    if (!is_form_key(definition.key))
        return failure(Failure::invalid, "report.form.key", "key", {definition.key});
    const auto known = TRY(FormStore{transaction}.by_key(definition.key));
    if (known) return failure(Failure::invalid, "report.design.key_taken", "key", {definition.key});
    return definition;
}

Result<std::string> made_form(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto definition = TRY(begun_form(context, transaction, request));
    const auto form = TRY(make_draft(context, transaction, definition, source));
    TRY(transaction.commit());
    return design_path(form.code);
}

Result<http::Response> post_new_form(Context& context, const http::Request& request)
{
    const auto path = made_form(context, request);
    if (path) return web::redirect_with(*path, "report.design.begun");
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    return new_form_with(context, {.title = std::string{request.raw("title")},
                                   .key = std::string{request.raw("key")},
                                   .owner = std::string{request.raw("owner")},
                                   .fault = web::fault_of(context, path.error())});
}

}  // namespace

void add_design(Module& module)
{
    const auto designers = http::Access::holder_of(design_forms.key);
    module.get("/mau-bao-cao/moi", designers, show_new_form);
    module.post("/mau-bao-cao/moi", designers, post_new_form);
    module.get("/mau-bao-cao/{form}/soan", designers, show_design);
    module.post("/mau-bao-cao/{form}/soan", designers, post_design);
    module.get("/mau-bao-cao/{form}/soan/xem-thu", designers, show_preview);
    module.post("/mau-bao-cao/{form}/soan/chuyen", designers, post_move);
    module.post("/mau-bao-cao/{form}/soan/bo", designers, post_removal);
    module.audits({"report.form.edited", "sửa bản nháp của mẫu báo cáo"});
}

}  // namespace caicach::report
