#include "plan/reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "document/reader.hpp"
#include "plan/edition_store.hpp"
#include "plan/excluding.hpp"
#include "plan/importer/importer.hpp"
#include "plan/item_store.hpp"
#include "plan/limits.hpp"
#include "plan/put_in_force.hpp"
#include "text/text.hpp"

namespace caicach::plan
{
namespace
{

constexpr int percent_of_recognition = 90;

std::optional<std::string> unless_empty(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional{text};
}

DocumentFacts facts_of(const DocumentFields& fields)
{
    return {.kind = fields.kind,
            .number = unless_empty(fields.number),
            .issued_on = fields.issued_on,
            .issuer = fields.issuer,
            .province = fields.province,
            .year = fields.year,
            .subject = fields.subject,
            .title = fields.title,
            .signer_name = fields.signer ? fields.signer->name : "",
            .signer_title = fields.signer ? fields.signer->title : ""};
}

std::vector<Reference> references_of(const DocumentFields& fields)
{
    std::vector<Reference> references;
    references.reserve(fields.references.size());
    for (const auto& cited : fields.references) {
        references.push_back({.kind = cited.kind,
                              .number = unless_empty(cited.number),
                              .issued_on = cited.date,
                              .issuer = unless_empty(cited.issuer),
                              .name = unless_empty(cited.name)});
    }
    return references;
}

std::vector<SourceLine> lines_of(const Reading& reading)
{
    std::vector<SourceLine> lines;
    for (std::size_t i = 0; i < reading.source.lines.size(); ++i) {
        const auto& line = reading.source.lines[i];
        lines.push_back(
            {.number = static_cast<int>(i) + 1,
             .text = line.text,
             .fate = i < reading.plan.lines.size() ? reading.plan.lines[i].fate : Fate::unknown,
             .page = line.place.page,
             .paragraph = line.place.paragraph,
             .table = line.place.table,
             .row = line.place.row});
    }
    return lines;
}

Result<std::vector<Mention>> resolved(MentionResolver& resolver,
                                      const std::vector<AgencyName>& names)
{
    std::vector<Mention> mentions;
    for (const auto& name : names) {
        auto mention = TRY(resolver.resolve(name.name));
        mentions.push_back(std::move(mention));
    }
    return mentions;
}

std::vector<AgencyName> only(std::vector<AgencyName> agencies, AgencyName::Part part)
{
    std::erase_if(agencies, [&](const AgencyName& agency) { return agency.part != part; });
    return agencies;
}

Result<Item> item_of(const ImportedItem& read, MentionResolver& resolver)
{
    Item item{.path = read.path,
              .type = read.type,
              .title = read.title,
              .audience = read.audience,
              .schedule = read.schedule,
              .quotas = read.quotas,
              .metrics = read.metrics,
              .budget = read.budget,
              .product = read.product,
              .area = read.area,
              .requested = read.requested,
              .context = read.context,
              .first_line = read.first_line,
              .last_line = read.last_line,
              .confidence = read.confidence,
              .notes = read.notes};
    if (!item.metrics.empty()) item.excluding = excluding_in(item.title);
    using Part = AgencyName::Part;
    // Those who carry out stand beside those who answer for it; alone they are the ones in charge.
    const bool has_lead =
        std::ranges::find(read.lead, Part::unsaid, &AgencyName::part) != read.lead.end();
    const auto performing = has_lead ? only(read.lead, Part::performs) : std::vector<AgencyName>{};
    item.lead = TRY(resolved(resolver, has_lead ? only(read.lead, Part::unsaid) : read.lead));
    item.perform = TRY(resolved(resolver, performing));
    item.support = TRY(resolved(resolver, read.support));
    item.direct = TRY(resolved(resolver, only(read.oversee, Part::directs)));
    item.oversee = TRY(resolved(resolver, only(read.oversee, Part::unsaid)));
    return item;
}

/// "tỉnh Sông Lam" and "Sông Lam" are one.
std::string province_key(std::string_view name)
{
    auto key = text::fold(name);
    for (const std::string_view rank : {"tinh ", "thanh pho ", "tp. ", "tp "}) {
        if (key.starts_with(rank)) key.erase(0, rank.size());
    }
    return key;
}

/// Nothing is known where either does not say.
bool is_other_province(const std::string& document, const std::string& system)
{
    return !document.empty() && !system.empty() && province_key(document) != province_key(system);
}

}  // namespace

Result<Reading> read_plan_file(const std::string& path, const std::string& name,
                               const ReadingProgress& progress)
{
    document::ReadOptions options{.name = name};
    if (progress) {
        options.progress = [&progress](int done, int pages) {
            return progress(pages > 0 ? done * percent_of_recognition / pages : 0,
                            fmt::format("Đang nhận dạng trang {}/{}", done, pages));
        };
    }
    Reading reading;
    reading.source = TRY(document::read(path, options));
    if (progress && !progress(percent_of_recognition, "Đang tách các mục")) {
        return failure(Failure::conflict, "document.stopped");
    }
    reading.plan = TRY(import_plan(reading.source));
    reading.plan.source = name;
    return reading;
}

Result<Mention> MentionResolver::resolve(const std::string& name)
{
    const auto known = std::ranges::find(m_known, name, &Mention::text);
    if (known != m_known.end()) return *known;
    Mention mention{.text = name};
    const auto resolution = TRY(organisation::resolve_name(m_transaction, name, m_day));
    if (const auto* agency = std::get_if<organisation::AgencyId>(&resolution)) {
        mention.target = *agency;
    } else if (const auto* group = std::get_if<organisation::GroupId>(&resolution)) {
        mention.target = *group;
    }
    m_known.push_back(mention);
    return mention;
}

Result<void> save_reading(Context& context, database::Transaction& transaction, Edition& edition,
                          const Reading& reading)
{
    if (reading.plan.items.size() > limits::items_per_edition) {
        return failure(Failure::too_large, "plan.too_many_items", "file",
                       {std::to_string(limits::items_per_edition)});
    }
    edition.document = facts_of(reading.plan.document);
    edition.state = EditionState::draft;
    edition.problem.clear();
    edition.notes = reading.plan.document.notes;
    for (const auto& key : reading.source.notes) edition.notes.push_back({.key = key});
    // The review counts the unknown lines by itself.
    std::erase_if(edition.notes,
                  [](const Note& note) { return note.key == "plan.note.lines_unknown"; });
    auto editions = EditionStore{transaction};
    auto items = ItemStore{transaction};
    const bool is_known = TRY(editions.is_known_elsewhere(edition));
    if (const auto& number = edition.document.number; is_known && number) {
        edition.notes.push_back({"plan.note.known_elsewhere", *number});
    }
    const auto& here = context.services().province_name;
    if (is_other_province(edition.document.province, here)) {
        edition.notes.push_back(
            {"plan.note.other_province", edition.document.province + ", còn hệ thống của " + here});
    }
    TRY(editions.save(edition));
    TRY(editions.save_source(edition.id, lines_of(reading), references_of(reading.plan.document),
                             reading.plan.document.recipients));
    TRY(items.remove_all(edition.id));
    auto resolver = MentionResolver{transaction, edition.day()};
    double position = 0;
    for (const auto& read : reading.plan.items) {
        auto item = TRY(item_of(read, resolver));
        item.edition = edition.id;
        item.position = ++position;
        TRY(items.add(item));
    }
    TRY(prepare_amendment(transaction, edition));
    return context.record(transaction, "plan.read", "plan.edition", edition.id.value);
}

}  // namespace caicach::plan
