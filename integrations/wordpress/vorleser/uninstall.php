<?php
/**
 * Removes the setting.
 *
 * @package Vorleser
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'vorleser_post_types' );
