//! Tests

mod html;
