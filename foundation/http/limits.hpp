#pragma once
#include <cstddef>
#include <cstdint>

/// The bounds of everything that comes in over HTTP, in one place. docs/develop/http.md has them
/// as a table.
namespace caicach::http::limits
{

inline constexpr std::size_t head_bytes_max = 16 * 1024;   ///< request line and headers; 431
inline constexpr std::size_t header_count_max = 100;       ///< 431
inline constexpr std::size_t target_bytes_max = 8 * 1024;  ///< 431
inline constexpr std::size_t method_bytes_max = 16;        ///< 400

inline constexpr std::size_t chunk_line_bytes_max = 256;    ///< size and extensions of a chunk; 400
inline constexpr std::size_t trailer_bytes_max = 4 * 1024;  ///< 400

inline constexpr std::size_t field_count_max = 2000;  ///< of a query, a form or a multipart
inline constexpr std::size_t field_name_bytes_max = 200;
inline constexpr std::size_t part_head_bytes_max = 4 * 1024;
inline constexpr std::size_t boundary_bytes_max = 70;  ///< RFC 2046
inline constexpr std::size_t file_name_bytes_max = 255;
inline constexpr std::size_t file_count_max = 50;

inline constexpr std::size_t forwarded_addresses_max = 16;  ///< entries of X-Forwarded-For read
inline constexpr std::size_t request_id_bytes_max = 64;

}  // namespace caicach::http::limits
