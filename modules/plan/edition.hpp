#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "calendar/date.hpp"
#include "jobs/jobs.hpp"
#include "organisation/api.hpp"
#include "plan/item.hpp"

namespace caicach::plan
{

/// What the outer document says of itself.
struct DocumentFacts {
    std::string kind{};                   ///< "kế hoạch", "quyết định"
    std::optional<std::string> number{};  ///< "02/KH-UBND"; none in a draft without number
    std::optional<Date> issued_on{};
    std::string issuer{};
    std::string province{};
    int year{};             ///< the plan year: not the year of issue
    std::string subject{};  ///< "communication" or "reform"
    std::string title{};
    std::string signer_name{};
    std::string signer_title{};

    friend bool operator==(const DocumentFacts&, const DocumentFacts&) = default;
};

struct Reference {
    std::string kind{};
    std::optional<std::string> number{};
    std::optional<Date> issued_on{};
    std::optional<std::string> issuer{};
    std::optional<std::string> name{};  ///< where there is no number (laws)

    friend bool operator==(const Reference&, const Reference&) = default;
};

/// What tells the document from others: its number, else its name.
[[nodiscard]] const std::string& key_of(const Reference& reference);

/// Everything about the document itself that a person may settle.
struct DocumentRecord {
    DocumentFacts facts{};
    organisation::AgencyId coordinator{};
    std::vector<Note> notes{};  ///< doubts about the whole document that nobody has settled yet
    std::vector<Reference> references{};
    std::vector<Recipient> recipients{};

    friend bool operator==(const DocumentRecord&, const DocumentRecord&) = default;
};

/// reading: a job reads the file; failed: it could not; draft: under review; in_force: public;
/// replaced: an amended edition took its place; discarded: given up before it came into force.
enum class EditionState { reading, failed, draft, in_force, replaced, discarded };

[[nodiscard]] std::string_view name_of(EditionState state);
[[nodiscard]] EditionState edition_state_from(std::string_view text);
[[nodiscard]] std::string_view label(EditionState state);  ///< "Đang rà soát"

/// One reading of a plan.
struct Edition {
    EditionId id{};
    PlanId plan{};
    int number{1};
    EditionState state{EditionState::reading};
    DocumentFacts document{};
    std::int64_t file_id{};  ///< attachment; 0 where the text was typed
    std::string file_name{};
    std::optional<jobs::JobId> job{};
    std::string problem{};      ///< JSON of the failure's key and arguments, when reading failed
    std::vector<Note> notes{};  ///< doubts about the whole document: an annex is missing, …
    Instant created_at{};
    std::string created_by{};
    std::optional<Instant> in_force_at{};
    std::string in_force_by{};
    std::int64_t version{};

    // Of its plan, for links and permission:
    std::string code{};  ///< public code, for staff pages
    std::string slug{};  ///< public page /ke-hoach/{slug}
    organisation::AgencyId coordinator{};

    /// The day whose names of agencies it speaks: of its issue, or of its arrival where it has no
    /// date.
    [[nodiscard]] Date day() const { return document.issued_on.value_or(Date::of(created_at)); }
    /// Refuses, with what is missing, what a plan in force must say of itself.
    [[nodiscard]] Result<void> check_document() const;
};

/// One line of the canonical text that the reader wrote.
struct SourceLine {
    int number{};  ///< from 1
    std::string text{};
    Fate fate{Fate::unknown};
    int page{};
    int paragraph{};
    int table{};
    int row{};
    bool settled{};  ///< an unknown line that a person has looked at

    [[nodiscard]] bool needs_a_person() const { return fate == Fate::unknown && !settled; }
};

/// The last year that the plan speaks of: its own, or the end of the years its title names
/// ("giai đoạn 2021–2025", "đến năm 2030").
[[nodiscard]] int last_year(const DocumentFacts& document);

/// The last part of the plan's public address, with its year at the end: "cai-cach-hanh-chinh-
/// nam-2026". What it begins with everywhere, "ke-hoach", stands before it already.
[[nodiscard]] std::string public_slug(const DocumentFacts& document);

/// The label of the subject: "Kế hoạch tuyên truyền", "Kế hoạch cải cách hành chính".
[[nodiscard]] std::string_view subject_label(std::string_view subject);

}  // namespace caicach::plan
