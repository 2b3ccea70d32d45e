#include "outgoing/reference_files.hpp"

#include <array>

#include "outgoing/list/recipient.hpp"
#include "outgoing/number/document_kind.hpp"

namespace caicach::outgoing
{

std::span<const text::ReferenceFile> reference_files()
{
    static const std::array files{document_kinds_table(), recipient_markers_table()};
    return files;
}

}  // namespace caicach::outgoing
