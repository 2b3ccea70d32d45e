#include "plan/edition_store.hpp"

#include <string>
#include <utility>

#include "crypto/public_code.hpp"
#include "json/value.hpp"
#include "plan/sql.hpp"
#include "text/slug.hpp"

namespace caicach::plan
{
namespace
{

constexpr std::size_t slug_length = 80;
constexpr int slug_tries = 100;

Edition edition_from(const database::Row& row)
{
    return Edition{
        .id = row.id<EditionId>("id"),
        .plan = row.id<PlanId>("plan_id"),
        .number = static_cast<int>(row.integer("number")),
        .state = edition_state_from(row.text("state")),
        .document = {.kind = row.string("kind"),
                     .number = row.maybe_text("document_number"),
                     .issued_on = row.maybe_date("issued_on"),
                     .issuer = row.string("issuer"),
                     .province = row.string("province"),
                     .year = static_cast<int>(row.integer("year")),
                     .subject = row.string("subject"),
                     .title = row.string("title"),
                     .signer_name = row.maybe_text("signer_name").value_or(""),
                     .signer_title = row.maybe_text("signer_title").value_or("")},
        .file_id = row.maybe_integer("file_id").value_or(0),
        .file_name = row.string("file_name"),
        .job = row.maybe_id<jobs::JobId>("job_id"),
        .problem = row.string("problem"),
        .notes = notes_from(MUST(json::parse(row.text("notes")))),
        .created_at = row.instant("created_at"),
        .created_by = row.string("created_by"),
        .in_force_at = row.maybe_instant("in_force_at"),
        .in_force_by = row.maybe_text("in_force_by").value_or(""),
        .version = row.integer("version"),
        .code = row.string("code"),
        .slug = row.string("slug"),
        .coordinator = row.id<organisation::AgencyId>("coordinator_id"),
    };
}

SourceLine line_from(const database::Row& row)
{
    return SourceLine{.number = static_cast<int>(row.integer("number")),
                      .text = row.string("text"),
                      .fate = fate_from(row.text("fate")).value_or(Fate::unknown),
                      .page = static_cast<int>(row.integer("page")),
                      .paragraph = static_cast<int>(row.integer("paragraph")),
                      .table = static_cast<int>(row.integer("table_number")),
                      .row = static_cast<int>(row.integer("row_number")),
                      .settled = row.boolean("settled")};
}

std::int64_t number_from(const database::Row& row)
{
    return row.maybe_integer("number").value_or(0);
}

std::optional<std::string> unless_empty(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional{text};
}

/// A lookup that found nothing speaks of plans, not of rows.
template <class T>
Result<T> named(Result<T> result)
{
    if (!result && result.error().kind == Failure::not_found) {
        return failure(Failure::not_found, "plan.not_found");
    }
    return result;
}

}  // namespace

Result<std::string> EditionStore::free_slug(std::string_view wanted, PlanId plan)
{
    const auto base = text::slug(wanted, slug_length);
    for (int attempt = 1; attempt <= slug_tries; ++attempt) {
        auto slug = attempt == 1 ? base : base + "-" + std::to_string(attempt);
        const auto owner = TRY(m_transaction.maybe_one(
            sql::slug_is_taken, [](const auto& row) { return row.template id<PlanId>("plan_id"); },
            slug));
        if (!owner || *owner == plan) return slug;
    }
    return internal_failure("no free slug for a plan");
}

Result<void> EditionStore::add(Edition& edition)
{
    if (!edition.plan) {
        edition.plan = make_id<PlanId>();
        edition.code = crypto::make_public_code();
        // Until the document has told its title, the code is the address; nobody sees it but staff.
        edition.slug = TRY(free_slug(edition.code, edition.plan));
        TRY(m_transaction.change(sql::insert_plan, edition.plan, edition.code, edition.slug,
                                 edition.coordinator, edition.created_at));
        edition.number = 1;
    } else {
        const auto last =
            TRY(m_transaction.one(sql::last_edition_number, number_from, edition.plan));
        edition.number = static_cast<int>(last) + 1;
    }
    if (!edition.id) edition.id = make_id<EditionId>();
    edition.version = 1;
    const auto& document = edition.document;
    TRY(m_transaction.change(sql::insert_edition, edition.id, edition.plan, edition.number,
                             name_of(edition.state), document.kind, document.number,
                             document.issued_on, document.issuer, document.province, document.year,
                             document.subject, document.title, unless_empty(document.signer_name),
                             unless_empty(document.signer_title), edition.file_id,
                             edition.file_name, edition.job, edition.problem, edition.created_at,
                             edition.created_by, json::dump(notes_json(edition.notes))));
    return {};
}

Result<void> EditionStore::save(Edition& edition)
{
    const auto& document = edition.document;
    TRY(m_transaction.change_one(
        sql::save_edition, edition.id, edition.version, name_of(edition.state), document.kind,
        document.number, document.issued_on, document.issuer, document.province, document.year,
        document.subject, document.title, unless_empty(document.signer_name),
        unless_empty(document.signer_title), edition.job, edition.problem, edition.in_force_at,
        unless_empty(edition.in_force_by), json::dump(notes_json(edition.notes))));
    ++edition.version;
    return {};
}

Result<void> EditionStore::hold_draft(EditionId edition)
{
    return m_transaction.change_one(sql::hold_draft, edition);
}

Result<DocumentRecord> EditionStore::document(const Edition& edition)
{
    DocumentRecord document{
        .facts = edition.document, .coordinator = edition.coordinator, .notes = edition.notes};
    document.references = TRY(references(edition.id));
    document.recipients = TRY(recipients(edition.id));
    return document;
}

Result<void> EditionStore::save_document(Edition& edition, const DocumentRecord& document)
{
    edition.document = document.facts;
    edition.notes = document.notes;
    TRY(save(edition));
    if (document.coordinator != edition.coordinator) {
        TRY(set_coordinator(edition, document.coordinator));
    }
    TRY(save_references(edition.id, document.references));
    return save_recipients(edition.id, document.recipients);
}

Result<void> EditionStore::rename(Edition& edition, std::string_view wanted)
{
    edition.slug = TRY(free_slug(wanted, edition.plan));
    TRY(m_transaction.change_one(sql::plan_slug_changed, edition.plan, edition.slug));
    TRY(m_transaction.change(sql::insert_slug, edition.slug, edition.plan));
    return {};
}

Result<void> EditionStore::set_coordinator(Edition& edition, organisation::AgencyId agency)
{
    edition.coordinator = agency;
    return m_transaction.change_one(sql::plan_coordinator_changed, edition.plan, agency);
}

Result<Edition> EditionStore::find(EditionId id)
{
    return named(m_transaction.one(sql::edition_by_id, edition_from, id));
}

Result<Edition> EditionStore::by_code(std::string_view code)
{
    return named(m_transaction.one(sql::open_edition_by_code, edition_from, code));
}

Result<Edition> EditionStore::in_force_by_slug(std::string_view slug)
{
    return named(m_transaction.one(sql::edition_in_force_by_slug, edition_from, slug));
}

Result<std::optional<Edition>> EditionStore::by_file(attachment::AttachmentId file)
{
    return m_transaction.maybe_one(sql::edition_by_file, edition_from, file);
}

Result<Edition> EditionStore::in_force_by_code(std::string_view code)
{
    return named(m_transaction.one(sql::edition_in_force_by_code, edition_from, code));
}

Result<bool> EditionStore::is_known_elsewhere(const Edition& edition)
{
    const auto& document = edition.document;
    if (!document.number) return false;
    const auto same = TRY(m_transaction.one(
        sql::count_same_documents, [](const database::Row& row) { return row.integer("same"); },
        *document.number, document.issuer, document.year, edition.plan));
    return same > 0;
}

Result<std::optional<Edition>> EditionStore::in_force_of(PlanId plan)
{
    return m_transaction.maybe_one(sql::edition_in_force_of_plan, edition_from, plan);
}

Result<std::vector<Edition>> EditionStore::all_of(PlanId plan)
{
    return m_transaction.all(sql::editions_of_plan, edition_from, plan);
}

Result<std::vector<Edition>> EditionStore::in_force(int year, int limit, int offset)
{
    return m_transaction.all(sql::editions_in_force, edition_from, year, limit, offset);
}

Result<std::vector<Edition>> EditionStore::under_review(int limit)
{
    return m_transaction.all(sql::editions_under_review, edition_from, limit);
}

Result<std::vector<int>> EditionStore::years()
{
    return m_transaction.all(sql::years_in_force, [](const database::Row& row) {
        return static_cast<int>(row.integer("year"));
    });
}

Result<void> EditionStore::save_source(EditionId edition, const std::vector<SourceLine>& lines,
                                       const std::vector<Reference>& references,
                                       const std::vector<Recipient>& recipients)
{
    TRY(m_transaction.change(sql::delete_lines, edition));
    for (const auto& line : lines) {
        TRY(m_transaction.change(sql::insert_line, edition, line.number, line.text,
                                 name_of(line.fate), line.page, line.paragraph, line.table,
                                 line.row));
    }
    TRY(save_references(edition, references));
    return save_recipients(edition, recipients);
}

Result<void> EditionStore::save_references(EditionId edition,
                                           const std::vector<Reference>& references)
{
    TRY(m_transaction.change(sql::delete_references, edition));
    for (std::size_t i = 0; i < references.size(); ++i) {
        const auto& reference = references[i];
        TRY(m_transaction.change(sql::insert_reference, edition, static_cast<int>(i) + 1,
                                 reference.kind, reference.number, reference.issued_on,
                                 reference.issuer, reference.name));
    }
    return {};
}

Result<void> EditionStore::save_recipients(EditionId edition,
                                           const std::vector<Recipient>& recipients)
{
    TRY(m_transaction.change(sql::delete_recipients, edition));
    for (std::size_t i = 0; i < recipients.size(); ++i) {
        TRY(m_transaction.change(sql::insert_recipient, edition, static_cast<int>(i) + 1,
                                 recipients[i].name, recipients[i].mark));
    }
    return {};
}

Result<std::vector<SourceLine>> EditionStore::lines(EditionId edition)
{
    return m_transaction.all(sql::lines_of_edition, line_from, edition);
}

Result<std::vector<SourceLine>> EditionStore::lines(EditionId edition, int first, int last)
{
    return m_transaction.all(sql::lines_between, line_from, edition, first, last);
}

Result<void> EditionStore::settle_line(EditionId edition, int number, bool settled)
{
    return m_transaction.change_one(sql::settle_line, edition, number, settled);
}

Result<void> EditionStore::set_fate(EditionId edition, int number, Fate fate)
{
    return m_transaction.change_one(sql::set_line_fate, edition, number, name_of(fate));
}

Result<std::int64_t> EditionStore::count_open_lines(EditionId edition)
{
    return m_transaction.one(sql::count_open_lines, number_from, edition);
}

Result<std::vector<Reference>> EditionStore::references(EditionId edition)
{
    return m_transaction.all(
        sql::references_of_edition,
        [](const database::Row& row) {
            return Reference{.kind = row.string("kind"),
                             .number = row.maybe_text("document_number"),
                             .issued_on = row.maybe_date("issued_on"),
                             .issuer = row.maybe_text("issuer"),
                             .name = row.maybe_text("name")};
        },
        edition);
}

Result<std::vector<Recipient>> EditionStore::recipients(EditionId edition)
{
    return m_transaction.all(
        sql::recipients_of_edition,
        [](const database::Row& row) {
            return Recipient{.name = row.string("name"), .mark = row.string("mark")};
        },
        edition);
}

}  // namespace caicach::plan
