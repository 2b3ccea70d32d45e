#pragma once
#include <string>

#include "document/official_document.hpp"
#include "report/filling/filled.hpp"

/// A report as its official document. How it stands on paper is foundation/document's; what stands
/// there, and in which order, is decided here. Pure.
namespace caicach::report
{

/// Who writes to whom, as sentences name them.
struct PaperNames {
    std::string agency{};
    std::string collector{};
};

/// "Công tác cải cách hành chính quý III năm 2026": the form's title without its kind, and the
/// period; of one that was asked for what it is about.
[[nodiscard]] std::string paper_subject(const Filled& filled);

/// Without head, number, day and signature: those are the registry's. Tables that the form has as
/// annexes, and wide ones, stand behind the signature.
[[nodiscard]] document::OfficialDocument report_paper(const Filled& filled,
                                                      const PaperNames& names);

}  // namespace caicach::report
