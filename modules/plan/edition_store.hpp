#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "attachment/api.hpp"
#include "database/transaction.hpp"
#include "plan/edition.hpp"

namespace caicach::plan
{

/// Plans and their editions ↔ rows.
class EditionStore
{
public:
    explicit EditionStore(database::Transaction& transaction) : m_transaction(transaction) {}

    /// Makes the plan too where `edition.plan` is none; fills ids that are
    /// missing, code, slug and number in.
    [[nodiscard]] Result<void> add(Edition& edition);
    /// conflict when somebody saved it in between.
    [[nodiscard]] Result<void> save(Edition& edition);
    /// Holds the draft until the caller's transaction ends, so that nobody puts it in force or
    /// discards it meanwhile. conflict where it is no draft any more.
    [[nodiscard]] Result<void> hold_draft(EditionId edition);
    /// What the document says of itself, with all that people settled about it.
    [[nodiscard]] Result<DocumentRecord> document(const Edition& edition);
    /// conflict when somebody saved the edition in between.
    [[nodiscard]] Result<void> save_document(Edition& edition, const DocumentRecord& document);
    /// Gives the plan a slug made of `wanted`; the old one leads to it for ever.
    [[nodiscard]] Result<void> rename(Edition& edition, std::string_view wanted);
    [[nodiscard]] Result<void> set_coordinator(Edition& edition, organisation::AgencyId agency);

    /// not_found "plan.not_found" in all of these.
    [[nodiscard]] Result<Edition> find(EditionId id);
    /// For staff pages: what is under review, else the newest.
    [[nodiscard]] Result<Edition> by_code(std::string_view code);
    /// The edition read from that attachment; none where the file is not of a plan.
    [[nodiscard]] Result<std::optional<Edition>> by_file(attachment::AttachmentId file);
    /// For the public: in force only; `slug` may be an old one.
    [[nodiscard]] Result<Edition> in_force_by_slug(std::string_view slug);
    [[nodiscard]] Result<Edition> in_force_by_code(std::string_view code);
    /// Whether another plan, under review or in force, says of itself the same number, issuer and
    /// year. False where there is no number.
    [[nodiscard]] Result<bool> is_known_elsewhere(const Edition& edition);
    [[nodiscard]] Result<std::optional<Edition>> in_force_of(PlanId plan);
    [[nodiscard]] Result<std::vector<Edition>> all_of(PlanId plan);

    /// `year` 0 means all.
    [[nodiscard]] Result<std::vector<Edition>> in_force(int year, int limit, int offset = 0);
    [[nodiscard]] Result<std::vector<Edition>> under_review(int limit);
    [[nodiscard]] Result<std::vector<int>> years();

    /// Replaces what a reading brought besides the items.
    [[nodiscard]] Result<void> save_source(EditionId edition, const std::vector<SourceLine>& lines,
                                           const std::vector<Reference>& references,
                                           const std::vector<Recipient>& recipients);
    [[nodiscard]] Result<void> save_references(EditionId edition,
                                               const std::vector<Reference>& references);
    [[nodiscard]] Result<void> save_recipients(EditionId edition,
                                               const std::vector<Recipient>& recipients);
    [[nodiscard]] Result<std::vector<SourceLine>> lines(EditionId edition);
    [[nodiscard]] Result<std::vector<SourceLine>> lines(EditionId edition, int first, int last);
    [[nodiscard]] Result<void> settle_line(EditionId edition, int number, bool settled);
    [[nodiscard]] Result<void> set_fate(EditionId edition, int number, Fate fate);
    [[nodiscard]] Result<std::int64_t> count_open_lines(EditionId edition);
    [[nodiscard]] Result<std::vector<Reference>> references(EditionId edition);
    [[nodiscard]] Result<std::vector<Recipient>> recipients(EditionId edition);

private:
    [[nodiscard]] Result<std::string> free_slug(std::string_view wanted, PlanId plan);

    database::Transaction& m_transaction;
};

}  // namespace caicach::plan
