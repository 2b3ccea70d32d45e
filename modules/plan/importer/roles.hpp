#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "plan/importer/gazetteer.hpp"
#include "plan/importer/imported_plan.hpp"

/// Who does what in a sentence: "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính …".
namespace caicach::plan::importer
{

struct Roles {
    std::vector<AgencyName> lead{};
    std::vector<AgencyName> support{};
    std::vector<AgencyName> oversee{};
    std::string predicate{};  ///< of a task with a subject: what stands behind it
    bool requested{};         ///< "Đề nghị …"
    bool passes_on{};         ///< "Đề nghị", "Giao", "Yêu cầu": the speaker has others do it
    /// Nothing but roles was said: the sentence is no task of its own.
    bool pure{};

    [[nodiscard]] bool empty() const { return lead.empty() && support.empty() && oversee.empty(); }
};

/// The roles that a statement of roles gives ("* Thực hiện: …", "Các sở … phối hợp thực hiện").
[[nodiscard]] Roles roles_of(std::string_view text, const Gazetteer& gazetteer);
/// The roles in the text of a task: its subject, and whom it is done together with.
[[nodiscard]] Roles roles_in_task(std::string_view text, const Gazetteer& gazetteer);

/// "2. Sở Nội vụ", "Trách nhiệm của các sở, ngành:", "6. Đề nghị X: Phối hợp …": a heading of
/// agencies, and what follows it behind a colon.
struct AgencyHeading {
    std::vector<AgencyName> agencies{};
    std::string body{};
    bool requested{};
};
[[nodiscard]] AgencyHeading agency_heading(std::string_view text, const Gazetteer& gazetteer);

/// "Giao Sở A chủ trì …", "Sở A chủ trì, phối hợp …": a sentence that assigns what stands above it.
[[nodiscard]] bool is_assignment(std::string_view text, const Gazetteer& gazetteer);
/// "Sở A tham mưu Ủy ban nhân dân tỉnh tổ chức.": it says who does it, and nothing of what.
[[nodiscard]] bool only_assigns(std::string_view text, const Gazetteer& gazetteer);
/// The subjects of the sentences and parts behind the first: "… . Sở B phối hợp biên soạn."
[[nodiscard]] Roles roles_in_further_sentences(std::string_view text, const Gazetteer& gazetteer);
/// "…; giao Sở A tham mưu", "…, do Sở B thực hiện": those whom a later part of a task charges.
[[nodiscard]] std::vector<AgencyName> charged_in(std::string_view text, const Gazetteer& gazetteer);

}  // namespace caicach::plan::importer
