#include "channel/print/designing.hpp"

#include <utility>

#include "attachment/api.hpp"
#include "channel/print/compose.hpp"
#include "channel/print/design_store.hpp"
#include "channel/print/paths.hpp"
#include "channel/print/permissions.hpp"
#include "json/value.hpp"
#include "manifest/change_detail.hpp"
#include "text/slug.hpp"

namespace caicach::channel
{
namespace
{

json::Value said_of(const Design& design)
{
    return json::Value::object()
        .set("title", design.text.wording.title)
        .set("state", key_of(design.state));
}

Result<void> save(Context& context, database::Transaction& transaction, const Design& before,
                  const Design& after, std::string_view action)
{
    TRY(DesignStore{transaction}.save(after));
    return context.record(transaction, action, design_object, after.id.value,
                          change_detail(said_of(before), said_of(after)));
}

Result<void> check(const Context& context, database::Transaction& transaction,
                   organisation::AgencyId agency, const DesignText& text)
{
    if (attachment::names_secret(text.wording.title, context.today()))
        return failure(Failure::invalid, "channel.print.secret", "title");
    const auto whose = TRY(organisation::agency_by_id(transaction, agency, context.today()));
    TRY(poster_of(context, text, whose.name));
    return {};
}

/// Of the title; of two alike the later one carries its code.
Result<std::string> new_slug(database::Transaction& transaction, const Design& design)
{
    auto slug = text::slug(design.text.wording.title);
    const bool is_taken = TRY(DesignStore{transaction}.has_slug(slug));
    if (!slug.empty() && !is_taken) return slug;
    return slug + "-" + text::slug(design.code);
}

std::string public_address(const Context& context, const Design& design)
{
    const auto& site = context.services().site;
    return site.empty() ? std::string{} : site + graphics_path(design.slug);
}

}  // namespace

DesignRights rights_to(const Context& context, const Design& design)
{
    const auto scope = organisation::scope_of(design.agency);
    const auto account = context.actor().account;
    return {.designs = context.may(design_prints, scope),
            .approves = context.may(approve_prints, scope),
            .is_writer = account == design.author || account == design.last_writer};
}

Result<document::Poster> poster_of(const Context& context, const DesignText& text,
                                   std::string_view agency)
{
    const auto* const shape = template_of(text.shape);
    const auto* const palette = palette_of(text.palette);
    if (shape == nullptr) return failure(Failure::invalid, "channel.print.template", "shape");
    if (palette == nullptr) return failure(Failure::invalid, "channel.print.template", "palette");
    Sender sender{.name = std::string(agency), .address = text.wording.address};
    if (sender.address.starts_with('/') && !sender.address.starts_with("//"))
        sender.address = context.services().site + sender.address;
    else if (!sender.address.empty() && !sender.address.starts_with("https://"))
        return failure(Failure::invalid, "channel.print.address", "address");
    const auto ink = TRY(document::PosterInk::create());
    return composed(*ink, *shape, *palette, text.wording, sender);
}

Result<Design> begin_design(Context& context, database::Transaction& transaction,
                            organisation::AgencyId agency, const DesignText& text)
{
    TRY(context.require(design_prints, organisation::scope_of(agency)));
    TRY(check(context, transaction, agency, text));
    Design design{.agency = agency,
                  .author = context.actor().account,
                  .last_writer = context.actor().account,
                  .text = text,
                  .made_at = context.now()};
    TRY(DesignStore{transaction}.insert(design));
    TRY(context.record(transaction, "channel.print.drafted", design_object, design.id.value,
                       beginning_detail(said_of(design))));
    return design;
}

Result<void> change_design(Context& context, database::Transaction& transaction, Design design,
                           const DesignText& text)
{
    TRY(require_act(design, rights_to(context, design), DesignAct::edit));
    TRY(check(context, transaction, design.agency, text));
    const auto before = design;
    design.text = text;
    design.last_writer = context.actor().account;
    return save(context, transaction, before, design, "channel.print.changed");
}

Result<void> discard_design(Context& context, database::Transaction& transaction,
                            const Design& design)
{
    TRY(require_act(design, rights_to(context, design), DesignAct::discard));
    TRY(DesignStore{transaction}.remove(design));
    return context.record(transaction, "channel.print.discarded", design_object, design.id.value,
                          ending_detail(said_of(design)));
}

Result<void> submit_design(Context& context, database::Transaction& transaction, Design design)
{
    TRY(require_act(design, rights_to(context, design), DesignAct::submit));
    const auto before = design;
    design.state = DesignState::submitted;
    design.reason.clear();
    design.last_writer = context.actor().account;
    return save(context, transaction, before, design, "channel.print.submitted");
}

Result<void> take_back_design(Context& context, database::Transaction& transaction, Design design)
{
    TRY(require_act(design, rights_to(context, design), DesignAct::take_back));
    const auto before = design;
    design.state = DesignState::draft;
    return save(context, transaction, before, design, "channel.print.taken_back");
}

Result<void> send_back_design(Context& context, database::Transaction& transaction, Design design,
                              std::string reason)
{
    TRY(require_act(design, rights_to(context, design), DesignAct::send_back));
    if (reason.empty()) return failure(Failure::invalid, "channel.print.reason", "reason");
    const auto before = design;
    design.state = DesignState::returned;
    design.reason = std::move(reason);
    return save(context, transaction, before, design, "channel.print.sent_back");
}

Result<void> publish_design(Context& context, database::Transaction& transaction, Design design)
{
    TRY(require_act(design, rights_to(context, design), DesignAct::publish));
    const auto before = design;
    design.state = DesignState::published;
    design.slug = TRY(new_slug(transaction, design));
    design.published_at = context.now();
    TRY(save(context, transaction, before, design, "channel.print.published"));
    TRY(evidence::record(context, transaction,
                         {.kind = infographic_fact,
                          .agency = design.agency,
                          .happened_on = context.today(),
                          .title = design.text.wording.title,
                          .link = public_address(context, design),
                          .source_module = "channel",
                          .source_object = design.id.value}));
    return {};
}

Result<void> withdraw_design(Context& context, database::Transaction& transaction, Design design,
                             std::string reason)
{
    TRY(require_act(design, rights_to(context, design), DesignAct::withdraw));
    if (reason.empty()) return failure(Failure::invalid, "channel.print.reason", "reason");
    const auto before = design;
    design.state = DesignState::withdrawn;
    design.reason = std::move(reason);
    return save(context, transaction, before, design, "channel.print.withdrawn");
}

Result<void> record_hand_out(Context& context, database::Transaction& transaction,
                             const Design& design, const HandOut& handed)
{
    TRY(context.require(design_prints, organisation::scope_of(handed.agency)));
    if (design.state != DesignState::published)
        return failure(Failure::conflict, "channel.print.not_now", {},
                       {std::string(text_of(design.state))});
    if (handed.day > context.today())
        return failure(Failure::invalid, "evidence.fact.in_future", "day");
    const auto title = design.text.wording.title + " (" + handed.place + ")";
    TRY(evidence::record(context, transaction,
                         {.kind = handed_out_fact,
                          .agency = handed.agency,
                          .happened_on = handed.day,
                          .quantity = handed.copies,
                          .title = title,
                          .link = public_address(context, design),
                          .source_module = "channel",
                          .source_object = design.id.value,
                          .is_typed = true}));
    return context.record(transaction, "channel.print.handed_out", design_object, design.id.value);
}

}  // namespace caicach::channel
