#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "document/pdf_objects.hpp"

/// A PDF (ISO 32000-1, 7.5), as far as signatures need it: strictly read, with the plain table of
/// references that Cairo writes, no stream ever unpacked. What other programs write otherwise is
/// refused, not guessed.
namespace caicach::document
{

/// One object; of a stream, its dictionary.
struct PdfObject {
    PdfValue value{};
    std::optional<std::size_t> stream_from{};  ///< where its packed bytes begin
};

/// A file as it was first written, or what one update added behind it.
struct PdfRevision {
    std::map<int, std::size_t> offsets{};  ///< of the objects that it says anew
    PdfDictionary trailer{};
    std::size_t table{};  ///< where its table of references begins
    std::size_t begin{};
    std::size_t end{};  ///< behind its last line
};

class PdfFile
{
public:
    /// unsupported "document.pdf.structure": another structure than the plain one, or a broken one;
    /// too_large "document.limit.file".
    [[nodiscard]] static Result<PdfFile> read(std::string bytes);

    [[nodiscard]] const std::string& bytes() const { return m_bytes; }
    /// From the oldest on.
    [[nodiscard]] const std::vector<PdfRevision>& revisions() const { return m_revisions; }

    /// As that many revisions have it. unsupported "document.pdf.structure" where there is none.
    [[nodiscard]] Result<PdfObject> object(int number, std::size_t revisions) const;
    [[nodiscard]] Result<PdfObject> object(int number) const
    {
        return object(number, m_revisions.size());
    }
    /// The packed bytes of a stream.
    [[nodiscard]] Result<std::string> stream_of(const PdfObject& object) const;
    /// The value itself, or the object that it refers to.
    [[nodiscard]] Result<PdfValue> resolved(const PdfValue& value, std::size_t revisions) const;
    [[nodiscard]] Result<PdfDictionary> catalog(std::size_t revisions) const;
    /// Its pages in order. too_large "document.limit.pdf_pages".
    [[nodiscard]] Result<std::vector<PdfReference>> pages(std::size_t revisions) const;

private:
    std::string m_bytes{};
    std::vector<PdfRevision> m_revisions{};
};

}  // namespace caicach::document
